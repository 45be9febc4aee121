#include "LinkFixture.h"

namespace naru::tests {
namespace {

class PersistenceLinks : public LinkFixture {
protected:
    /// "member w TABLE" of the statements that a rule found.
    [[nodiscard]] Names found(core::Rule rule) const
    {
        Names all;
        for (const auto& edge : model().executes)
            for (const auto& access : model()[edge.to].accesses)
                if (edge.rule == rule)
                    all.insert(memberId(edge.from) + (access.mode == core::AccessMode::Read ? " r " : " w ") +
                               text(model()[access.table].name));
        return all;
    }
    void entities()
    {
        write("a/Owner.java", R"x(package a; import javax.persistence.*; import java.util.*;
@Entity class Owner { @Id int id; String name; @Transient String note; public void setNote(String n) { note = n; } @OneToMany(cascade = CascadeType.ALL, mappedBy = "owner") List<Pet> pets; @ManyToOne City city;
  @ElementCollection Set<String> tags; public void setName(String n) { this.name = n; } public void rename(String n) { this.name = n; } public String getName() { return name; }
  public List<Pet> getPets() { return pets; } public City getCity() { return city; } })x");
        write("a/Pet.java", R"x(package a; import javax.persistence.*; import java.util.*;
@Entity class Pet { @Id int id; @ManyToOne Owner owner; String nick; @OneToMany(cascade = CascadeType.PERSIST) @JoinColumn List<Visit> visits; public List<Visit> getVisits() { return visits; } public void setNick(String n) { nick = n; } })x");
        write("a/Visit.java", "package a; import javax.persistence.*; @Entity class Visit { @Id int id; }");
        write("a/City.java", "package a; import javax.persistence.*; @Entity class City { @Id int id; String nm; public void setNm(String n) { nm = n; } }");
    }
};

TEST_F(PersistenceLinks, Cascades)
{
    entities();
    write("a/S.java", R"x(package a; import javax.persistence.*; class S { EntityManager em;
  void add(Owner o) { em.persist(o); } void change(Owner o) { em.merge(o); } void drop(Owner o) { em.remove(o); } void city(City c) { em.persist(c); } })x");
    analyse();
    EXPECT_EQ(found(core::Rule::Cascade),
              (Names{"a.S#add(Owner) w OWNER_TAGS", "a.S#add(Owner) w PET", "a.S#add(Owner) w VISIT", "a.S#change(Owner) w OWNER_TAGS",
                     "a.S#change(Owner) w PET", "a.S#drop(Owner) w OWNER_TAGS", "a.S#drop(Owner) w PET"}));
}

TEST_F(PersistenceLinks, CascadesOfHibernateXml)
{
    write("a/O.java", "package a; class O { int id; java.util.Set lines; } class L { int id; }");
    write("a/O.hbm.xml", "<hibernate-mapping package='a'><class name='O' table='T_O'><id name='id'/><set name='lines' cascade='all-delete-orphan'>"
                         "<key column='o'/><one-to-many class='L'/></set></class><class name='L' table='T_L'><id name='id'/></class></hibernate-mapping>");
    write("a/D.java", "package a; import org.hibernate.Session; class D { Session s; void f(O o) { s.saveOrUpdate(o); } void g(O o) { s.delete(o); } }");
    analyse();
    EXPECT_EQ(found(core::Rule::Cascade), (Names{"a.D#f(O) w T_L", "a.D#g(O) w T_L"}));
}

TEST_F(PersistenceLinks, ChangesOfLoadedEntities)
{
    entities();
    write("a/Owners.java", "package a; interface Owners extends org.springframework.data.jpa.repository.JpaRepository<Owner, Integer> { Owner findByName(String n); }");
    write("a/S.java", R"x(package a; import org.springframework.transaction.annotation.Transactional; class S { Owners owners;
  @Transactional void rename(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  @Transactional void domain(int id) { Owner o = owners.findById(id).get(); o.rename("x"); }
  @Transactional void through(String n) { step(n); }
  private void step(String n) { Owner o = owners.findByName(n); o.getCity().setNm("x"); }
  @Transactional(readOnly = true) void look(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  void outside(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  @Transactional void made(String n) { Owner known = owners.findByName(n); Owner o = new Owner(); o.setName(known.getName()); }
  @Transactional void given(Owner o) { o.setName("x"); }
  @Transactional void transientOnly(String n) { Owner o = owners.findByName(n); o.setNote("x"); }
  @Transactional void reads(String n) { owners.findByName(n).getName(); } })x");
    analyse();
    EXPECT_EQ(found(core::Rule::DirtyChecking), (Names{"a.S#rename(String) w OWNER", "a.S#domain(int) w OWNER", "a.S#step(String) w CITY"}));
}

TEST_F(PersistenceLinks, IdentifiersOfRelationsNeedNoTable)
{
    entities();
    write("a/S.java", R"x(package a; import javax.persistence.*; class S { EntityManager em;
  Object own() { return em.createQuery("select p from Pet p where p.owner.id = :o").getResultList(); }
  Object name() { return em.createQuery("select p from Pet p where p.owner.name = :o").getResultList(); }
  Object far() { return em.createQuery("select p from Pet p where p.owner.city.id = :o").getResultList(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#own() PET", "a.S#name() PET", "a.S#name() OWNER", "a.S#far() PET", "a.S#far() OWNER"}));
}

} // namespace
} // namespace naru::tests
