/**
 * Good sense: {@code Factor} (one criterion at one place), {@code Scorecard} (all of them,
 * weighed), {@code Ranks} (an order and how far weights may shift it), {@code Indicators} (what
 * users bring). Pure, and unable to overrule the law: a score says which of two permitted places is
 * better, never whether one is permitted. It knows neither rules nor ground nor files.
 */
package luodi.score;
