package shop;
import java.util.*;
import java.util.function.*;
public class OrderService extends Base implements Api {
    private final Repo repo;
    static final String TABLE = "ORDERS";
    private static final Helper HELPER = new Helper("x");
    enum State { OPEN("o"), CLOSED("c") { @Override String show() { return mark("z"); } }; final String code; State(String code) { this.code = code; } String show() { return code; } static String mark(String s) { return s; } }
    static class Line {
        private final String name;
        private int count;
        Line(String name, int count) {
            this.name = name;
            this.count = count;
        }
        String name() { return name; }
        int count() { return count; }
        int total(int price) { return count * price; }
    }
    interface Visitor { void visit(Line line); }
    class Inner { private int n; void go() { save("inner"); n++; repo.find(n); } }
    public OrderService(Repo repo) { this.repo = repo; }
    @Deprecated
    public List<Line> list(String where, boolean all) {
        String sql = "SELECT * FROM " + TABLE + " WHERE A = " + where;
        if (all) sql += " ORDER BY ID";
        StringBuilder sb = new StringBuilder("UPDATE ITEMS SET X=");
        sb.append(where).append(" WHERE Y=1");
        repo.run(sb.toString());
        List<Line> lines = repo.query(sql, row -> new Line(row.name(), convert(row)));
        for (Line l : lines) { check(l.total(3)); }
        lines.forEach(this::show);
        Visitor v = new Visitor() { @Override public void visit(Line line) { save(line.name()); helper(where); } };
        v.visit(lines.get(0));
        new Inner().go();
        switch (State.OPEN) { case OPEN: save("o"); break; default: fail(); }
        String view = all ? "order/all" : "order/some";
        repo.run(view);
        try { repo.run("x"); } catch (IllegalStateException e) { log(e); } finally { done(); }
        Supplier<Line> make = () -> { check(1); return new Line("q", 2); };
        long big = 5L; big += lines.size();
        class Loc { void deep() { check(2); } }
        new Loc().deep();
        super.hook("s");
        HELPER.twice(1.5);
        return lines;
    }
    static void helper(String s) { Repo.shared().run("DELETE FROM " + s); }
    private int convert(Repo.Row row) { return row.count(); }
    void check(int n) {} void check(long n) {} void check(Object n) {}
    void show(Line l) { check((long) l.count()); check(l); }
    void save(String s) {} void fail() { throw new IllegalArgumentException(make("bad")); } String make(String... parts) { return parts[0]; }
    void log(Exception e) {} void done() {}
}
