// Parses every Java file below a folder with javac's own parser, nothing else:
//   java -cp CLASSES JavacParse DIR
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

public final class JavacParse {
    public static void main(String[] args) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".java")).filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        long trees = 0;
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(ignored -> {}, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, ignored -> {}, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree tree : task.parse())
                trees += tree.getTypeDecls().size() >= 0 ? 1 : 0;
        }
        System.out.println("javac " + trees + " files parsed");
    }
}
