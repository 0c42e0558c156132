package luodi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
  private static final String HEAD = "place,factor,value,unit,source,year\n";

  @Test
  void a_value_lies_between_the_worst_and_the_best_of_its_kind() {
    Indicators brought =
        read(
            "640100,labour,5000,CNY/month,统计年鉴,2024",
            "640200,labour,4000,CNY/month,统计年鉴,2024",
            "640300,labour,4250,CNY/month,统计年鉴,2024",
            "640000,labour,9999,CNY/month,统计年鉴,2024");

    Factor wages = brought.of(Criterion.LABOUR, List.of("640300", "640000")).orElseThrow();

    assertThat(wages.raw()).hasValue(4250.0);
    assertThat(wages.sub()).hasValue(0.75); // less is better; the province is no prefecture
    assertThat(wages.curve()).isEqualTo("(x - 5000) / (4000 - 5000)");
    assertThat(wages.source()).isEqualTo("统计年鉴, 2024 (640300; brought by the user)");
  }

  @Test
  void the_newest_year_and_the_finest_place_count() {
    Indicators brought =
        read(
            "IP-1,land,10,ha,park,2023",
            "IP-1,land,30,ha,park,2024",
            "IP-2,land,70,ha,park,2024",
            "640000,land,5000,ha,province,2024");

    assertThat(brought.value("IP-1", Criterion.LAND, "ha")).hasValue(30.0);
    assertThat(brought.of(Criterion.LAND, List.of("IP-1", "640000")).orElseThrow().raw())
        .hasValue(30.0);
    assertThat(brought.of(Criterion.LAND, List.of("IP-9", "640000")).orElseThrow().raw())
        .hasValue(5000.0);
    assertThat(brought.of(Criterion.LAND, List.of("IP-9", "110000"))).isEmpty();
  }

  @Test
  void a_merit_that_the_user_worked_out_stands_as_it_is() {
    Indicators brought = read("640100,supply_chain,0.35,1,own study,2025");

    assertThat(brought.of(Criterion.SUPPLY_CHAIN, List.of("640100")).orElseThrow().sub())
        .hasValue(0.35);
  }

  @Test
  void every_fault_is_told_with_its_line() {
    assertThatThrownBy(
            () ->
                read(
                    "640100,beauty,1,1,me,2024",
                    "640100,labour,many,persons,me,2024",
                    ",energy,0.4,CNY/kWh,me,2024",
                    "640100,energy,0.4,EUR/kWh,me,24",
                    "640100,land,3,1,me,2024",
                    "640100,land,3,ha,me,2024",
                    "640100,land,4,ha,me,2024",
                    "640100,policy,1,1,me,2024"))
        .hasMessageContaining("line 2: there is no factor 'beauty'")
        .hasMessageContaining("line 3: 'many' is no number")
        .hasMessageContaining("line 4: place is empty")
        .hasMessageContaining("line 5: '24' is no year")
        .hasMessageContaining("line 5: energy is not told in 'EUR/kWh'; its units are CNY/kWh")
        .hasMessageContaining("line 6: unit 1 is a merit from 0 to 1")
        .hasMessageContaining("line 8: the same place, factor, unit and year as line 7")
        .hasMessageContaining("line 9: policy is what rules say");
  }

  @Test
  void other_columns_are_refused() {
    assertThatThrownBy(() -> Indicators.parse("x.csv", "adcode,value\n640100,1\n"))
        .hasMessageContaining("adcode,value")
        .hasMessageContaining("place,factor,value,unit,source,year");
  }

  @Test
  void the_edition_follows_the_values_and_not_the_order_of_rows() {
    String a = "640100,land,3,ha,me,2024";
    String b = "640200,land,4,ha,me,2024";

    assertThat(read(a, b).edition()).isPresent().isEqualTo(read(b, a).edition());
    assertThat(read(a).edition()).isNotEqualTo(read(b).edition());
    assertThat(Indicators.NONE.edition()).isEmpty();
  }

  private static Indicators read(String... rows) {
    return Indicators.parse("indicators.csv", HEAD + String.join("\n", rows));
  }
}
