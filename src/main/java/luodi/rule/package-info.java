/**
 * The law: dated, cited rules and what they say of a project on a signature. {@code Rulebook} (all
 * rules), {@code Judge} (one project on one day), {@code Finding} (one rule on one spot), {@code
 * Judgement} (all of them together). Pure: no I/O but its own resources, no geometry, no atlas.
 */
package luodi.rule;
