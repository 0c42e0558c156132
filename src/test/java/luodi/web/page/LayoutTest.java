package luodi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is cut off and no text lies over another, on a desk and on a phone, in both languages.
 */
class LayoutTest extends PageTest {
  private static final String OVERLAPS =
      """
      const clipped = (box, element) => {
        let { left, right, top, bottom } = box;
        for (let e = element; e; e = e.parentElement) {
          if (getComputedStyle(e).overflowY === 'visible') continue;
          const edge = e.getBoundingClientRect();
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
        }
        return { left, right, top, bottom, width: right - left, height: bottom - top };
      };
      const lines = [];
      const walk = document.createTreeWalker(document.querySelector('.panel'), NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const node = walk.currentNode;
        if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })
            || node.parentElement.closest('.unseen, option, .tabs')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const whole of range.getClientRects()) {
          const box = clipped(whole, node.parentElement);
          if (box.width > 1 && box.height > 1) lines.push({ box, text: node.data.trim().slice(0, 30) });
        }
      }
      const over = (a, b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.4;
      const found = [];
      for (let i = 0; i < lines.length; i++)
        for (let j = i + 1; j < lines.length; j++)
          if (over(lines[i].box, lines[j].box)) found.push(lines[i].text + ' / ' + lines[j].text);
      return found;
      """;

  @ParameterizedTest(name = "{0}, {1} wide")
  @CsvSource({
    "zh,1440,900",
    "en,1440,900",
    "zh,1280,720",
    "zh,390,844",
    "en,390,844",
    "en,360,640"
  })
  void no_text_lies_over_another_and_nothing_is_wider_than_the_screen(
      String language, int width, int height) {
    MapPage page = open(language, "industry=3110&lon=" + LON + "&lat=" + LAT);
    page.verdict();
    browser.size(width, height);
    page.unfold("#declare");
    page.until(any -> page.sees(".declared"));
    page.script(
        "document.querySelectorAll('#reasons details, #coverage details, #understood details, .cautions details, #more').forEach(d => d.open = true)");

    assertThat((List<?>) page.script(OVERLAPS)).isEmpty();
    assertThat(number(page, "return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    page.click("#places-tab");
    page.until(any -> page.sees(".park"));
    page.script("document.querySelectorAll('#places details').forEach(d => d.open = true)");
    assertThat((List<?>) page.script(OVERLAPS)).isEmpty();
    assertThat(number(page, "return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
  }

  private static long number(MapPage page, String code) {
    return ((Number) page.script(code)).longValue();
  }
}
