package tax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What Java 21 to 25 write differently into class files. */
public class Latest {
    sealed interface Bill permits Water, Land, Bill.None {
        record None(String why) implements Bill {
            String reason() { return why.strip(); }
        }

        default int due() { return 0; }
    }

    record Water(House house, int litres) implements Bill {
        Water {
            Rules.check(litres);
        }

        public int due() { return litres * house.rate(); }
    }

    record Land(House house, Owner owner) implements Bill {
        Land(House house) { this(house, house.owner()); }
    }

    record House(Owner owner, String place) {
        int rate() { return place.length(); }
    }

    record Owner(String name) {
        String label() { return name + " (" + name.length() + ")"; }
        void notified(String text) { Rules.log(text); }
    }

    enum Month {
        JANUARY, JUNE { @Override int days() { return Rules.thirty(); } };

        int days() { return 31; }
    }

    static class Rules {
        static void check(int value) { log("check " + value); }
        static void log(String text) { System.out.println(text); }
        static int thirty() { return 30; }
        static String of(Month month) { return month.name(); }
    }

    static class Base {
        final int kept;
        Base(int kept) { this.kept = kept; }
        int kept() { return kept; }
    }

    static class Checked extends Base {
        Checked(int value) {
            super(value);
            Rules.check(value);
        }
    }

    String kind(Object given) {
        return switch (given) {
            case null -> "nothing";
            case Water(House(Owner owner, _), int litres) when litres > owner.label().length() -> owner.label();
            case Water water -> "water " + water.due();
            case Land(var house, Owner(String name)) -> house.rate() + name;
            case Bill.None none -> none.reason();
            case Month month when month.days() > 30 -> Rules.of(month);
            case Month.JUNE -> Rules.of(Month.JUNE);
            case String text -> text;
            default -> given.toString();
        };
    }

    void tell(List<? extends Bill> bills) {
        for (Bill bill : bills)
            if (bill instanceof Land(House house, Owner owner) && owner.name() != null)
                owner.notified("house at " + house.place() + " due " + bill.due());
    }

    Map<String, Integer> rates(House house) {
        return new LinkedHashMap<>() {{
            put("now", house.rate());
            put("later", new Checked(house.rate()).kept());
        }};
    }

    Function<Owner, Function<House, String>> nested() {
        return owner -> house -> owner.label() + house.place();
    }

    String sql(int year) {
        return find("""
            SELECT O.NAME FROM TAX_OWNER O
              JOIN TAX_BILL B ON B.OWNER_ID = O.ID
             WHERE B.YEAR = """ + year);
    }

    private String find(String query) { return query; }
}
