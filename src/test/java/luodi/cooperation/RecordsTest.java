package luodi.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agreements that reconcile to the fen, and records that only grow. */
class RecordsTest {
  private static final String AGREEMENT =
      """
      id,title,mode,park,adcode,from,to,source,confidence
      sz-bs-2024,深圳—百色共建园区,joint_park,,451002,2024-01-01,,a signed agreement,source
      """;

  private static final String THIRDS =
      """
      agreement,indicator,adcode,percent
      sz-bs-2024,revenue,440300,33.333333
      sz-bs-2024,revenue,450000,33.333333
      sz-bs-2024,revenue,451000,33.333334
      """;

  private static final String ENTRIES_HEAD =
      "id,agreement,year,indicator,amount,unit,recorded_on,corrects,note,source\n";

  private static Records read(String... tables) {
    return Records.NONE.and(
        Records.together(
            List.of(tables).stream().map(text -> RecordTable.read("table.csv", text)).toList()));
  }

  private static String entry(String id, int year, long amount, String corrects) {
    return "%s,sz-bs-2024,%d,revenue,%d,fen,2025-02-01,%s,,a report%n"
        .formatted(id, year, amount, corrects);
  }

  private static Accounts accounts(Records records) {
    return records.accountsOf(records.agreements().get(0));
  }

  @Test
  void a_yuan_in_thirds_leaves_no_fen_over() {
    Records records = read(AGREEMENT, THIRDS, ENTRIES_HEAD + entry("e1", 2024, 100, ""));

    // quotas 33.333333, 33.333333, 33.333334: the last fen goes to the largest remainder
    assertThat(accounts(records).years().get(0).regions())
        .isEqualTo(Map.of("440300", 33L, "450000", 33L, "451000", 34L));
  }

  @Test
  void of_equal_remainders_the_smaller_code_gets_the_fen() {
    String halves =
        "agreement,indicator,adcode,percent\nsz-bs-2024,revenue,451000,50\nsz-bs-2024,revenue,440300,50\n";
    Records records = read(AGREEMENT, halves, ENTRIES_HEAD + entry("e1", 2024, 1, ""));

    assertThat(accounts(records).years().get(0).regions())
        .isEqualTo(Map.of("440300", 1L, "451000", 0L));
  }

  @Test
  void a_correction_is_an_entry_with_the_difference_and_the_years_add_up() {
    Records records =
        read(
            AGREEMENT,
            THIRDS,
            ENTRIES_HEAD
                + entry("e1", 2024, 1_000_000, "")
                + entry("e2", 2025, 500_001, "")
                + entry("e3", 2024, -250_000, "e1"));
    Accounts.Year first = accounts(records).years().get(0);
    Accounts.Year second = accounts(records).years().get(1);

    assertThat(first.recorded()).isEqualTo(1_000_000);
    assertThat(first.corrected()).isEqualTo(-250_000);
    assertThat(first.amount()).isEqualTo(750_000);
    assertThat(second.cumulative()).isEqualTo(1_250_001);
    assertThat(accounts(records).totals().get(0).amount()).isEqualTo(1_250_001);
    assertThat(
            accounts(records).totals().get(0).regions().values().stream().mapToLong(x -> x).sum())
        .isEqualTo(1_250_001);
  }

  @Test
  void whatever_is_split_reconciles_and_nobody_is_off_by_a_whole_fen() {
    Random chance = new Random(20261125);
    for (int round = 0; round < 300; round++) {
      int parties = 2 + chance.nextInt(6);
      StringBuilder shares = new StringBuilder("agreement,indicator,adcode,percent\n");
      BigDecimal left = BigDecimal.valueOf(100);
      Map<String, BigDecimal> percents = new java.util.TreeMap<>();
      for (int party = 0; party < parties; party++) {
        BigDecimal most = left.subtract(BigDecimal.valueOf(parties - party - 1));
        BigDecimal percent =
            party == parties - 1
                ? left
                : most.multiply(BigDecimal.valueOf(chance.nextDouble()))
                    .setScale(6, RoundingMode.DOWN)
                    .max(new BigDecimal("0.000001"));
        left = left.subtract(percent);
        percents.put("%d0000".formatted(11 + party), percent);
      }
      percents.forEach(
          (adcode, percent) ->
              shares.append(
                  "sz-bs-2024,revenue,%s,%s%n".formatted(adcode, percent.toPlainString())));
      long total = Math.abs(chance.nextLong() % 1_000_000_000_000_000L);
      Records records =
          read(AGREEMENT, shares.toString(), ENTRIES_HEAD + entry("e1", 2024, total, ""));

      Map<String, Long> parts = accounts(records).years().get(0).regions();
      assertThat(parts.values().stream().mapToLong(x -> x).sum()).isEqualTo(total);
      parts.forEach(
          (adcode, part) -> {
            BigDecimal exact =
                percents.get(adcode).multiply(BigDecimal.valueOf(total)).movePointLeft(2);
            assertThat(exact.subtract(BigDecimal.valueOf(part)).abs()).isLessThan(BigDecimal.ONE);
          });
    }
  }

  @Test
  void records_come_out_as_they_went_in() {
    String register =
        """
        id,register,title,adcode,industry,from,to,amount_fen,source,confidence
        f1,fund,"产业合作基金, 一期",451000,,2024-06-01,,10000000000,a notice,source
        m1,model-case,共建园区案例,451002,3216,2024-06-01,2025-01-01,,a list,recalled
        """;
    Records records = read(AGREEMENT, THIRDS, register, ENTRIES_HEAD + entry("e1", 2024, 100, ""));
    List<Records> written =
        List.of(RecordKind.values()).stream()
            .map(kind -> RecordTable.read(kind.file(), kind.write(records)))
            .toList();

    assertThat(Records.NONE.and(Records.together(written))).isEqualTo(records);
  }

  @Test
  void the_same_rows_may_come_twice_and_change_nothing() {
    Records records = read(AGREEMENT, THIRDS, ENTRIES_HEAD + entry("e1", 2024, 100, ""));

    assertThat(records.and(records)).isEqualTo(records);
  }

  @Test
  void an_entry_on_record_is_never_edited() {
    Records records = read(AGREEMENT, THIRDS, ENTRIES_HEAD + entry("e1", 2024, 100, ""));
    Records edited = RecordTable.read("e.csv", ENTRIES_HEAD + entry("e1", 2024, 101, ""));

    assertThatThrownBy(() -> records.and(edited))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("never edited");
  }

  @Test
  void an_agreement_on_record_takes_no_other_split() {
    Records records = read(AGREEMENT, THIRDS);
    Records more =
        RecordTable.read(
            "s.csv",
            "agreement,indicator,adcode,percent\nsz-bs-2024,land,440300,50\nsz-bs-2024,land,451000,50\n");

    assertThatThrownBy(() -> records.and(more)).hasMessageContaining("a new split");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sz-bs-2024,revenue,440300,60\nsz-bs-2024,revenue,451000,39.999999", // not 100 %
        "sz-bs-2024,revenue,440300,60\nsz-bs-2024,revenue,451000,40.000001",
        "sz-bs-2024,revenue,440300,100", // one party
        "sz-bs-2024,revenue,440300,100\nsz-bs-2024,revenue,451000,0",
        "sz-bs-2024,profit,440300,60\nsz-bs-2024,profit,451000,40",
        "sz-bs-2024,revenue,4403,60\nsz-bs-2024,revenue,451000,40",
        "nobody,revenue,440300,60\nnobody,revenue,451000,40"
      })
  void a_split_that_is_none_is_refused(String shares) {
    assertThatThrownBy(() -> read(AGREEMENT, "agreement,indicator,adcode,percent\n" + shares))
        .isInstanceOf(FaultException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e1,sz-bs-2024,2024,revenue,100.5,fen,2025-02-01,,,s", // no whole fen
        "e1,sz-bs-2024,2024,revenue,100,yuan,2025-02-01,,,s",
        "e1,sz-bs-2024,2023,revenue,100,fen,2025-02-01,,,s", // before the agreement
        "e1,sz-bs-2024,2024,land,100,m2,2025-02-01,,,s", // land is not shared
        "e1,sz-bs-2024,2024,revenue,-5,fen,2025-02-01,,,s", // negative, and no correction
        "e1,sz-bs-2024,2024,revenue,5,fen,2025-02-01,e9,,s", // corrects nothing there
        "e1,sz-bs-2024,2024,revenue,5,fen,,,,s",
        "e1,sz-bs-2024,2024,revenue,5,fen,2025-02-01,,,"
      })
  void an_entry_that_does_not_hold_is_refused(String entry) {
    assertThatThrownBy(() -> read(AGREEMENT, THIRDS, ENTRIES_HEAD + entry))
        .isInstanceOf(FaultException.class);
  }

  @Test
  void corrections_cannot_bring_a_year_below_nothing() {
    assertThatThrownBy(
            () ->
                read(
                    AGREEMENT,
                    THIRDS,
                    ENTRIES_HEAD + entry("e1", 2024, 100, "") + entry("e2", 2024, -101, "e1")))
        .hasMessageContaining("less than nothing");
  }

  @Test
  void every_mistake_of_a_table_is_told_with_its_line() {
    assertThatThrownBy(
            () ->
                RecordTable.read(
                    "entries.csv",
                    ENTRIES_HEAD
                        + "e1,a,2024,revenue,x,fen,2025-02-01,,,s\n"
                        + "e2,a,2024,revenue,1,fen,2025-02-01,,,s\n"
                        + "e3,a,24,revenue,1,fen,2025-02-01,,,s\n"))
        .hasMessageContaining("entries.csv:2:")
        .hasMessageContaining("entries.csv:4:");
  }
}
