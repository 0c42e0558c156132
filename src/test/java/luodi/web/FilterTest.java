package luodi.web;

import static luodi.web.SmallGround.ask;
import static luodi.web.SmallGround.encoded;
import static luodi.web.SmallGround.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CQL2 on six features; what each filter finds follows from the standard by eye. */
class FilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // comparison; what is unknown matches neither way
        "colour = 'red' | z1 z4",
        "colour <> 'red' | z2 z5 z6",
        "NOT colour = 'red' | z2 z5 z6",
        "colour IS NULL | z3",
        "colour IS NOT NULL AND n IS NULL | z5",
        "n > 1 | z2 z3 z6",
        "n >= 1 AND n <= 2.5 | z1 z2 z6",
        "1 < n | z2 z3 z6",
        "ok = true | z1 z3 z6",
        "ok | z1 z3 z6",
        "NOT ok | z2 z5",
        "ok = FALSE OR n = -3 | z2 z4 z5",
        "TRUE | z1 z2 z3 z4 z5 z6",
        "false | ",
        // precedence and brackets
        "colour = 'red' OR colour = 'blue' AND n > 2 | z1 z2 z4",
        "(colour = 'red' OR colour = 'blue') AND n > 2 | z2",
        "not not colour = 'blue' | z2",
        // quoted names, quotation marks in text, Chinese, ids
        "\"name\" = 'O''Neil 100%' | z4",
        "name = 'O\\'Neil 100%' | z4",
        "name = '东湖' | z3",
        "id IN ('z2','z5') | z2 z5",
        // advanced comparison
        "name LIKE 'k%' | z2",
        "name LIKE 'K_ln' | z1",
        "name LIKE '%100\\%' | z4",
        "name LIKE 'under\\_%' | z5",
        "name LIKE '%' | z1 z2 z3 z4 z5 z6",
        "name NOT LIKE '%l%' | z3 z5",
        "n BETWEEN 1 AND 2.5 | z1 z2 z6",
        "n NOT BETWEEN 1 AND 2.5 | z3 z4",
        "n IN (1, 10) | z1 z3",
        "colour NOT IN ('red', 'blue') | z5 z6",
        // case and accents
        "CASEI(colour) = CASEI('Red') | z1 z4 z6",
        "CASEI(name) LIKE CASEI('K%') | z1 z2",
        "ACCENTI(name) = 'Koln' | z1",
        "CASEI(ACCENTI(name)) = CASEI(ACCENTI('KÖLN')) | z1 z2",
        "CASEI(name) IN (CASEI('ZULU'), CASEI('KOLN')) | z2 z6",
        // property with property, arithmetic
        "name = colour | ",
        "n = n | z1 z2 z3 z4 z6",
        "n * 2 = 5 | z2",
        "n + 1 = 2 | z1",
        "n - 1 > 8.5 | z3",
        "n / 4 = 2.5 | z3",
        "n % 3 = 1 | z1 z3",
        "n div 2 = 1 | z2 z6",
        "n ^ 2 = 9 | z4",
        "2 + 3 * n = 5 | z1",
        "(2 + 3) * n = 5 | z1",
        "-n = 3 | z4",
        "n / 0 > 1 | ",
        // time
        "valid_from >= DATE('2021-01-01') | z2 z5",
        "valid_from = DATE('2020-01-01') | z1",
        "valid_from < TIMESTAMP('2020-06-01T00:00:00Z') | z1",
        "T_AFTER(valid_from, DATE('2020-06-01')) | z2 z5",
        "T_BEFORE(valid_to, DATE('2020-06-01')) | z4",
        "T_INTERSECTS(INTERVAL(valid_from, valid_to), INTERVAL('2021-06-01', '2021-07-01')) | z1 z2 z3 z6",
        "T_INTERSECTS(INTERVAL(valid_from, valid_to), INTERVAL('..', '2018-01-01')) | z3 z4 z6",
        "T_DURING(INTERVAL(valid_from, valid_to), INTERVAL('2020-06-01', '2023-01-01')) | z2",
        "T_CONTAINS(INTERVAL(valid_from, valid_to), INTERVAL('2021-06-01', '2021-07-01')) | z1 z2 z3 z6",
        "T_DISJOINT(INTERVAL(valid_from, valid_to), INTERVAL('2020-06-01', '2023-01-01')) | z4 z5",
        "T_EQUALS(INTERVAL(valid_from, valid_to), INTERVAL('2021-01-01', '2022-01-01')) | z2",
        "T_EQUALS(INTERVAL(valid_from, valid_to), INTERVAL('..', '..')) | z3 z6",
        "T_MEETS(INTERVAL(valid_from, valid_to), INTERVAL('2022-01-01', '2023-01-01')) | z2",
        "T_METBY(INTERVAL(valid_from, valid_to), INTERVAL('2022-01-01', '2023-06-01')) | z5",
        "T_STARTS(INTERVAL(valid_from, valid_to), INTERVAL('2021-01-01', '2023-01-01')) | z2",
        "T_STARTEDBY(INTERVAL(valid_from, valid_to), INTERVAL('2021-01-01', '2021-02-01')) | z2",
        "T_FINISHES(INTERVAL(valid_from, valid_to), INTERVAL('2020-01-01', '2022-01-01')) | z2",
        "T_FINISHEDBY(INTERVAL(valid_from, valid_to), INTERVAL('2021-06-01', '2022-01-01')) | z2",
        "T_OVERLAPS(INTERVAL(valid_from, valid_to), INTERVAL('2021-06-01', '2023-01-01')) | z2",
        "T_OVERLAPPEDBY(INTERVAL(valid_from, valid_to), INTERVAL('2020-06-01', '2021-06-01')) | z2",
        // space
        "S_INTERSECTS(geometry, POINT(110.3 30.3)) | z1 z4 z6",
        "S_INTERSECTS(geometry, BBOX(110.2, 30.2, 110.4, 30.4)) | z1 z4 z6",
        "S_DISJOINT(geometry, BBOX(110.2, 30.2, 110.4, 30.4)) | z2 z3 z5",
        "S_WITHIN(geometry, BBOX(110, 30, 111, 31)) | z1 z4 z6",
        "S_CONTAINS(geometry, POLYGON((110.25 30.25, 110.35 30.25, 110.35 30.35, 110.25 30.25))) | z1 z4",
        "S_EQUALS(geometry, POLYGON((111 30, 111 31, 112 31, 112 30, 111 30))) | z2",
        "S_TOUCHES(geometry, POLYGON((111 30, 112 30, 112 31, 111 31, 111 30))) | z1",
        "S_OVERLAPS(geometry, POLYGON((111 30, 112 30, 112 31, 111 31, 111 30))) | z3",
        "S_CROSSES(geometry, POLYGON((111 30, 112 30, 112 31, 111 31, 111 30))) | z5",
        "S_CROSSES(geometry, LINESTRING(110.1 30.6, 110.1 30.8)) | z5",
        "S_INTERSECTS(geometry, MULTIPOINT((110.3 30.3), (111.9 30.1))) | z1 z2 z4 z6",
        "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(110.3 30.3), LINESTRING(111.9 30.1, 111.9 30.2))) | z1 z2 z4 z6",
        "S_INTERSECTS(geometry, POINT Z (110.3 30.3 50)) | z1 z4 z6",
        "S_INTERSECTS(geometry, geometry) AND n = 1 | z1",
        "S_INTERSECTS(POINT(111.9 30.1), geometry) | z2",
      })
  @Requirement({
    "cql2/1.0/req/cql2-text/basic-cql2",
    "cql2/1.0/req/cql2-text/advanced-comparison-operators",
    "cql2/1.0/req/cql2-text/case-insensitive-comparison",
    "cql2/1.0/req/cql2-text/accent-insensitive-comparison",
    "cql2/1.0/req/cql2-text/basic-spatial-functions",
    "cql2/1.0/req/cql2-text/basic-spatial-functions-plus",
    "cql2/1.0/req/cql2-text/spatial-functions",
    "cql2/1.0/req/cql2-text/temporal-functions",
    "cql2/1.0/req/cql2-text/property-property",
    "cql2/1.0/req/cql2-text/arithmetic",
    "cql2/1.0/req/cql2-text/escaping",
    "cql2/1.0/req/basic-cql2/cql2-filter",
    "cql2/1.0/req/basic-cql2/property",
    "cql2/1.0/req/basic-cql2/binary-comparison-predicate",
    "cql2/1.0/req/basic-cql2/null-predicate",
    "cql2/1.0/req/advanced-comparison-operators/like-predicate",
    "cql2/1.0/req/advanced-comparison-operators/between-predicate",
    "cql2/1.0/req/advanced-comparison-operators/in-predicate",
    "cql2/1.0/req/case-insensitive-comparison/casei-function",
    "cql2/1.0/req/accent-insensitive-comparison/accenti-function",
    "cql2/1.0/req/basic-spatial-functions/spatial-predicate",
    "cql2/1.0/req/basic-spatial-functions/spatial-functions",
    "cql2/1.0/req/basic-spatial-functions-plus/spatial-data-types",
    "cql2/1.0/req/spatial-functions/spatial-functions",
    "cql2/1.0/req/spatial-functions/spatial-data-types",
    "cql2/1.0/req/temporal-functions/temporal-functions",
    "cql2/1.0/req/property-property/withdraw-permissions",
    "cql2/1.0/req/arithmetic/arithmetic",
    "ogcapi-features-3/1.0/req/filter/filter-param",
    "ogcapi-features-3/1.0/req/filter/filter-lang-param",
    "ogcapi-features-3/1.0/req/filter/expression-construction",
    "ogcapi-features-3/1.0/req/filter/response",
    "ogcapi-features-3/1.0/req/features-filter/filter-param",
    "ogcapi-features-3/1.0/req/features-filter/response"
  })
  void text_finds_what_the_standard_says(String filter, String ids) {
    assertThat(found("filter=" + encoded(filter)))
        .isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    assertThat(found("filter-lang=cql2-text&filter=" + encoded(filter)))
        .hasSize(ids == null ? 0 : ids.split(" ").length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'op':'=','args':[{'property':'colour'},'red']} | z1 z4",
        "{'op':'and','args':[{'op':'>','args':[{'property':'n'},1]},{'property':'ok'}]} | z3 z6",
        "{'op':'or','args':[{'op':'isNull','args':[{'property':'n'}]},{'op':'not','args':[{'op':'>=','args':[{'property':'n'},2]}]}]} | z1 z4 z5",
        "{'op':'like','args':[{'op':'casei','args':[{'property':'name'}]},{'op':'casei','args':['K%']}]} | z1 z2",
        "{'op':'=','args':[{'op':'accenti','args':[{'property':'name'}]},'Koln']} | z1",
        "{'op':'between','args':[{'property':'n'},1,2.5]} | z1 z2 z6",
        "{'op':'in','args':[{'property':'n'},[1,10]]} | z1 z3",
        "{'op':'=','args':[{'op':'*','args':[{'property':'n'},2]},5]} | z2",
        "{'op':'=','args':[{'op':'div','args':[{'property':'n'},2]},1]} | z2 z6",
        "{'op':'>=','args':[{'property':'valid_from'},{'date':'2021-01-01'}]} | z2 z5",
        "{'op':'<','args':[{'property':'valid_from'},{'timestamp':'2020-06-01T00:00:00Z'}]} | z1",
        "{'op':'t_during','args':[{'interval':[{'property':'valid_from'},{'property':'valid_to'}]},{'interval':['2020-06-01','2023-01-01']}]} | z2",
        "{'op':'t_intersects','args':[{'interval':[{'property':'valid_from'},{'property':'valid_to'}]},{'interval':['..','2018-01-01']}]} | z3 z4 z6",
        "{'op':'s_intersects','args':[{'property':'geometry'},{'type':'Point','coordinates':[110.3,30.3]}]} | z1 z4 z6",
        "{'op':'s_within','args':[{'property':'geometry'},{'bbox':[110,30,111,31]}]} | z1 z4 z6",
        "{'op':'s_touches','args':[{'property':'geometry'},{'type':'Polygon','coordinates':[[[111,30],[112,30],[112,31],[111,31],[111,30]]]}]} | z1",
      })
  @Requirement({
    "cql2/1.0/req/cql2-json/basic-cql2",
    "cql2/1.0/req/cql2-json/advanced-comparison-operators",
    "cql2/1.0/req/cql2-json/case-insensitive-comparison",
    "cql2/1.0/req/cql2-json/accent-insensitive-comparison",
    "cql2/1.0/req/cql2-json/basic-spatial-functions",
    "cql2/1.0/req/cql2-json/basic-spatial-functions-plus",
    "cql2/1.0/req/cql2-json/spatial-functions",
    "cql2/1.0/req/cql2-json/temporal-functions",
    "cql2/1.0/req/cql2-json/property-property",
    "cql2/1.0/req/cql2-json/arithmetic"
  })
  void json_finds_what_the_standard_says(String filter, String ids) {
    assertThat(found("filter-lang=cql2-json&filter=" + encoded(filter.replace('\'', '"'))))
        .containsExactly(ids.split(" "));
  }

  @Test
  @Requirement({
    "ogcapi-features-3/1.0/req/filter/filter-crs-wgs84",
    "ogcapi-features-3/1.0/req/filter/filter-crs-param"
  })
  void geometries_are_read_in_the_crs_of_the_filter_and_the_order_of_its_axes() {
    String latitudeFirst = "S_INTERSECTS(geometry, POINT(30.1 111.9))";
    String crs = "&filter-crs=" + encoded("http://www.opengis.net/def/crs/EPSG/0/4490");

    assertThat(found("filter=" + encoded(latitudeFirst) + crs)).containsExactly("z2");
    assertThat(found("filter=" + encoded(latitudeFirst))).isEmpty();
    assertThat(
            found(
                "filter=" + encoded("S_INTERSECTS(geometry, BBOX(30.05,111.8,30.1,111.9))") + crs))
        .containsExactly("z2");
  }

  @Test
  @Requirement({"ogcapi-features-3/1.0/req/queryables-query-parameters/parameters"})
  void a_property_can_be_asked_for_by_its_name() {
    assertThat(found("colour=red")).containsExactly("z1", "z4");
    assertThat(found("ok=true&n=10")).containsExactly("z3");
    assertThat(found("valid_from=2020-01-01")).containsExactly("z1");
    assertThat(ask("n=many").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour",
        "colour =",
        "= 'red'",
        "colour = 'red",
        "colour == 'red'",
        "colour = red",
        "weight > 3",
        "colour = 5",
        "n = 'five'",
        "n LIKE '5%'",
        "geometry = 5",
        "S_INTERSECTS(geometry, POINT(110))",
        "S_INTERSECTS(geometry, POLYGON((110 30, 111 31, 111 30, 110 31, 110 30)))",
        "S_INTERSECTS(geometry, POINT EMPTY)",
        "S_INTERSECTS(geometry, 'POINT(1 2)')",
        "S_INTERSECTS(geometry)",
        "S_INTERSECTS(geometry, BBOX(1,2,3))",
        "S_NEAR(geometry, POINT(1 2))",
        "T_AFTER(valid_from, '2020-01-01')",
        "T_AFTER(valid_from, DATE('yesterday'))",
        "valid_from > DATE('2020-13-01')",
        "INTERVAL('2020-01-01','2021-01-01')",
        "n IN ()",
        "n IN (1, 'two')",
        "n NOT 5",
        "(n = 1",
        "n = 1)",
        "n = 1 AND",
        "n = 1e999",
        "n = 1; DROP TABLE things",
        "1 + 1",
        "п = 1",
        "name = 'a' -- comment",
      })
  void what_makes_no_sense_is_refused_and_told(String filter) {
    Answered answer = ask("filter=" + encoded(filter));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("type").asText()).isEqualTo("/problems/bad-filter");
    assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo("filter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "5",
        "{}",
        "{\"op\":\"=\"}",
        "{\"op\":\"=\",\"args\":[1]}",
        "{\"op\":\"or\",\"args\":[true]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"n\"},null]}",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\"}]}",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2]]]}]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"n\"},1]} {}",
        "{\"op\"",
      })
  void json_that_makes_no_sense_is_refused_and_told(String filter) {
    Answered answer = ask("filter-lang=cql2-json&filter=" + encoded(filter));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("type").asText()).isEqualTo("/problems/bad-filter");
  }

  @Test
  void a_filter_that_is_nested_too_deep_or_has_too_many_parts_is_refused() {
    String deep = "(".repeat(2000) + "n = 1" + ")".repeat(2000);
    String deepJson = "{\"op\":\"not\",\"args\":[".repeat(100) + "true" + "]}".repeat(100);
    String broad = "n=1" + " OR n=1".repeat(900);

    assertThat(ask("filter=" + encoded(deep)).json().path("type").asText())
        .isEqualTo("/problems/bad-filter");
    assertThat(
            ask("filter-lang=cql2-json&filter=" + encoded(deepJson)).json().path("type").asText())
        .isEqualTo("/problems/bad-filter");
    assertThat(ask("filter=" + broad.replace(" ", "%20")).json().path("type").asText())
        .isEqualTo("/problems/bad-filter");
  }

  @Test
  void an_unknown_language_or_crs_is_refused() {
    assertThat(ask("filter=true&filter-lang=sql").status()).isEqualTo(400);
    assertThat(ask("filter=true&filter-crs=EPSG:9999").json().path("type").asText())
        .isEqualTo("/problems/unknown-crs");
  }
}
