/**
 * Good sense: {@code Factor}, {@code Scorecard}. Pure, and unable to overrule the law: a score says
 * which of two permitted places is better, never whether one is permitted.
 */
package luodi.score;
