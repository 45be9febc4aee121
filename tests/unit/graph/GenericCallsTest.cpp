#include "SourceFixture.h"

#include <gmock/gmock.h>

namespace {

using naru::tests::SourceFixture;
using ::testing::Contains;
using ::testing::Not;

/// A service for each entity, below one for all: which of them answers, its type arguments say.
class GenericCalls : public SourceFixture {
protected:
    void SetUp() override
    {
        SourceFixture::SetUp();
        write("a/Entity.java", "package a; public class Entity {}");
        write("a/Receipt.java", "package a; public class Receipt extends Entity {}");
        write("a/Cheque.java", "package a; public class Cheque extends Receipt {}");
        write("a/Property.java", "package a; public class Property extends Entity {}");
        write("a/Taxed.java", "package a; public interface Taxed {}");
        write("a/Service.java",
              "package a; public class Service<T, K> { public void save(T one) {} public T find(K key) { return null; } }");
        write("a/Receipts.java", R"(package a;
public class Receipts extends Service<Receipt, Long> {
    public void save(Receipt one) {}
    public Receipt find(Long key) { return null; }
})");
        write("a/Keyed.java", "package a; public abstract class Keyed<K, E> extends Service<E, K> {}");
        write("a/Properties.java", R"(package a;
public class Properties extends Keyed<Long, Property> {
    public void save(Property one) {}
    public Property find(Long key) { return null; }
})");
        write("a/Audited.java", R"(package a;
public class Audited<T, K> extends Service<T, K> {
    public void save(T one) {}
})");
    }

    void user(const std::string& member)
    {
        write("a/User.java", "package a; public class User { " + member + " }");
        analyse();
    }
};

TEST_F(GenericCalls, ReachTheClassesOfTheSameTypeArguments)
{
    user("Service<Property, Long> properties; void run(Property one) { properties.save(one); properties.find(1L); }");
    EXPECT_THAT(calls(true), Contains("a.User#run(Property) -> a.Service#save(T)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Property) -> a.Properties#save(Property)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Property) -> a.Properties#find(Long)")) << "nothing that is given tells it";
    EXPECT_THAT(calls(true), Contains("a.User#run(Property) -> a.Audited#save(T)")) << "may be one for properties";
    EXPECT_THAT(calls(true), Not(Contains("a.User#run(Property) -> a.Receipts#save(Receipt)")));
    EXPECT_THAT(calls(true), Not(Contains("a.User#run(Property) -> a.Receipts#find(Long)")));
}

TEST_F(GenericCalls, OfRawTypesGoByWhatIsGiven)
{
    user("void run(Service any, Cheque one) { any.save(one); any.find(1L); }");
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Cheque) -> a.Receipts#save(Receipt)"));
    EXPECT_THAT(calls(true), Not(Contains("a.User#run(Service,Cheque) -> a.Properties#save(Property)")));
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Cheque) -> a.Properties#find(Long)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Cheque) -> a.Receipts#find(Long)"));
}

TEST_F(GenericCalls, OfWildcardsAndInterfacesReachAllThatMayBeMeant)
{
    user("void run(Service<? extends Entity, Long> any, Entity one, Service raw, Taxed taxed) { any.find(1L); raw.save(one); "
         "raw.save(taxed); }");
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Entity,Service,Taxed) -> a.Properties#find(Long)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Entity,Service,Taxed) -> a.Receipts#find(Long)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Entity,Service,Taxed) -> a.Properties#save(Property)"));
    EXPECT_THAT(calls(true), Contains("a.User#run(Service,Entity,Service,Taxed) -> a.Receipts#save(Receipt)"));
}

} // namespace
