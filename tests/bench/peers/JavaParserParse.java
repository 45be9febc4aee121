// Parses every Java file below a folder with JavaParser, nothing else:
//   java -cp CLASSES:javaparser-core.jar JavaParserParse DIR
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class JavaParserParse {
    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".java")).filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(ParserConfiguration.LanguageLevel.RAW);
        configuration.setAttributeComments(false);
        long parsed = 0;
        for (Path file : files)
            parsed += new JavaParser(configuration).parse(file).getResult().isPresent() ? 1 : 0;
        System.out.println("JavaParser " + parsed + " files parsed");
    }
}
