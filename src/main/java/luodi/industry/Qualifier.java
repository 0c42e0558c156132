package luodi.industry;

/** A fact that narrows a code: of 3216 only what is electrolytic. */
public record Qualifier(String fact, String value) {}
