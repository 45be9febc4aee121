// Which tables are logical files of their own: documents, codes, items, tables one to one.

#include "tests/unit/costing/RoomsSystem.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using ::testing::UnorderedElementsAre;

namespace {

/// Flights that hold their segment, airports as codes, and a program that fills the store.
struct Flights : CodeModelBuilder {
    core::TableId flight = document("FLIGHT", {"*_ID", "DEPARTURE", "ARRIVAL", "COST", "SEGMENT"});
    core::TableId segment = document("SEGMENT", {"_ID", "ORIGIN", "DESTINATION"});
    core::TableId airport = document("AIRPORT", {"_ID", "AIRPORTNAME"});
    core::TableId customer = document("CUSTOMER", {"_ID", "PASSWORD", "STATUS", "MILES", "PHONE"});
    core::TableId booking = document("BOOKING", {"*_ID", "FLIGHTID", "CUSTOMERID", "BOOKED"});
    core::StatementId insertFlight = statement("Loader.flight", StatementKind::Insert, {flight});
    core::StatementId insertSegment = statement("Loader.segment", StatementKind::Insert, {segment});
    core::StatementId insertAirport = statement("Loader.airport", StatementKind::Insert, {airport});
    core::StatementId insertCustomer = statement("Loader.customer", StatementKind::Insert, {customer});
    core::StatementId insertBooking = statement("Bookings.book", StatementKind::Insert, {booking});
    core::StatementId findFlights = statement("Flights.find", StatementKind::Select, {flight, segment, airport});

    Flights()
    {
        entry("GET", "/load", "LoaderController.loadAll", {insertFlight, insertSegment, insertAirport, insertCustomer});
        entry("GET", "/flights", "FlightController.findFlights", {findFlights});
        entry("POST", "/book", "BookingController.insertBooking", {insertBooking});
    }
    core::TableId document(std::string_view name, std::initializer_list<std::string_view> columns)
    {
        const core::TableId made = table(name, {}, columns);
        model.tables[made.value].origin = core::TableOrigin::Document;
        for (core::Column& column : model.tables[made.value].columns)
            column.type = {};
        return made;
    }
};

std::vector<std::string> filesOf(const FunctionPointCount& count)
{
    std::vector<std::string> out;
    for (const CountedFunction& function : count.functions)
        if (isData(function.type))
            out.push_back(function.id);
    return out;
}

} // namespace

TEST(TableRules, ADocumentThatAnotherHoldsBelongsToItAndCodesThatAreOnlyLoadedAreNone)
{
    Flights flights;
    EXPECT_THAT(filesOf(counted(flights)), UnorderedElementsAre("file:FLIGHT", "file:CUSTOMER", "file:BOOKING"));
}

TEST(TableRules, ADocumentWithFunctionsOfItsOwnIsAFile)
{
    Flights flights;
    const auto update = flights.statement("Segments.update", StatementKind::Update, {flights.segment});
    const auto rename = flights.statement("Airports.update", StatementKind::Update, {flights.airport});
    flights.entry("POST", "/segment", "SegmentController.updateSegment", {update});
    flights.entry("POST", "/airport", "AirportController.updateAirport", {rename});
    EXPECT_THAT(filesOf(counted(flights)), UnorderedElementsAre("file:FLIGHT", "file:SEGMENT", "file:AIRPORT", "file:CUSTOMER", "file:BOOKING"));
}

TEST(TableRules, ItemsOfATableInThePluralBelongToItAndOneToOneTablesThatPointAtEachOtherAreOne)
{
    CodeModelBuilder shop;
    const auto orders = shop.table("ORDERS", {}, {"*ORDER_ID NUMBER", "CUSTOMER", "AMOUNT NUMBER"});
    const auto items = shop.table("ORDER_ITEMS", {}, {"*ID NUMBER", "PRODUCT", "QUANTITY NUMBER", "ORDER_ID NUMBER"});
    const auto catalog = shop.table("PRODUCT_CATALOG", {}, {"*ITEM_NO", "NAME", "TEXT", "PRICE NUMBER"});
    const auto stock = shop.table("STOCK", {}, {"*ITEM_NO", "PLACE", "QUANTITY DOUBLE"});
    shop.foreignKey(items, orders, "ORDER_ID");
    shop.foreignKey(catalog, stock, "STOCK_ID");
    const auto insert = shop.statement("Order.insert", StatementKind::Insert, {orders, items});
    const auto deduct = shop.statement("Stock.update", StatementKind::Update, {stock});
    const auto list = shop.statement("Order.list", StatementKind::Select, {orders});
    const auto products = shop.statement("Product.list", StatementKind::Select, {catalog});
    shop.entry("POST", "/order", "OrderController.insertOrder", {insert, deduct});
    shop.entry("GET", "/orders", "OrderController.listOrders", {list});
    shop.entry("GET", "/products", "ProductController.listProducts", {products});
    EXPECT_THAT(filesOf(counted(shop)), UnorderedElementsAre("file:ORDERS", "file:PRODUCT_CATALOG")) << "a catalogue is no log";
}

TEST(TableRules, AListThatOnlyFormsShowIsNoFile)
{
    for (const auto& [page, files] : {std::pair{"admin/registrationForm.html", 1U}, std::pair{"admin/places.html", 2U}}) {
        CodeModelBuilder port;
        const auto place = port.table("PLACE", {}, {"*ID NUMBER", "CODE", "NAME"});
        const auto cargo = port.table("CARGO", {}, {"*ID NUMBER", "TRACKING", "ORIGIN NUMBER", "DEADLINE DATE"});
        const auto places = port.statement("Place.all", StatementKind::Select, {place});
        const auto insert = port.statement("Cargo.insert", StatementKind::Insert, {cargo});
        port.entry("GET", "/admin/registration", "AdminController.registration", {places});
        port.entry("POST", "/admin/register", "AdminController.register", {insert});
        port.model.views.push_back({.path = port.model.intern(page)});
        port.model.renders = {{.from = port.memberOf("AdminController.registration"), .to = core::ViewId(std::size_t{0})}};
        EXPECT_EQ(filesOf(counted(port)).size(), files) << page;
    }
}
