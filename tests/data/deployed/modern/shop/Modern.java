package shop;

import java.util.List;

public class Modern {
    record Price(String item, long won) {
        Price {
            check(won);
        }
        static void check(long won) {
        }
        Price twice() {
            return new Price(item(), won * 2);
        }
    }

    sealed interface Shape permits Round, Flat {
    }
    record Round(double radius) implements Shape {
    }
    record Flat(double side) implements Shape {
    }

    double area(Object shape) {
        if (shape instanceof Round round)
            return times(round.radius());
        return shape instanceof Flat flat ? times(flat.side()) : 0;
    }

    private double times(double x) {
        return x * x;
    }

    List<Price> run(Repo repo, List<Price> prices, String who) {
        repo.run("""
                SELECT ITEM FROM PRICES
                WHERE WHO = '""" + who + "'");
        prices.stream().map(Price::twice).forEach(p -> repo.find((int) p.won()));
        return prices;
    }
}
