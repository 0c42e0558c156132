package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values on each side of a limit become spans that a reader understands. */
class SpansTest {
  private static final MapPage PAGE = MapPage.open(Browser.shared(), "en", "");

  @Test
  void a_limit_that_belongs_to_what_lies_above_it() {
    assertThat(spans("number", "{999: 'A', 1000: 'B', 1001: 'B'}"))
        .containsExactly("below 1,000: A", "1,000 and more: B");
  }

  @Test
  void a_limit_that_belongs_to_what_lies_below_it() {
    assertThat(spans("number", "{999: 'A', 1000: 'A', 1001: 'B'}"))
        .containsExactly("up to 1,000: A", "above 1,000: B");
  }

  @Test
  void two_limits_leave_a_span_between_them() {
    assertThat(spans("number", "{999: 'A', 1000: 'B', 1001: 'B', 4999: 'B', 5000: 'C', 5001: 'C'}"))
        .containsExactly("below 1,000: A", "1,000 and more, below 5,000: B", "5,000 and more: C");
  }

  @Test
  void numbers_are_put_in_order_and_not_letters() {
    assertThat(spans("number", "{1001: 'B', 1000: 'B', 999: 'A'}"))
        .containsExactly("below 1,000: A", "1,000 and more: B");
  }

  @Test
  void a_day_divides_what_lies_before_it_from_what_follows() {
    assertThat(spans("date", "{'2024-08-22': 'A', '2024-08-23': 'B'}"))
        .containsExactly("before 2024-08-23: A", "from 2024-08-23 on: B");
  }

  @Test
  void where_every_value_leads_to_the_same_there_is_one_span() {
    assertThat(spans("number", "{9: 'A', 10: 'A', 11: 'A'}")).containsExactly("any value: A");
  }

  private static List<String> spans(String type, String verdicts) {
    PAGE.script(
        "window.spansTold = null; import('/static/js/spans.js').then(({spans}) => window.spansTold ="
            + " spans("
            + verdicts
            + ", {type: '"
            + type
            + "'}).map(({text, verdict}) => text + ': ' + verdict))");
    List<?> told = (List<?>) PAGE.until(any -> PAGE.script("return window.spansTold"));
    return told.stream().map(String::valueOf).toList();
  }
}
