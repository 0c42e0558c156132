package luodi.industry;

import java.util.Optional;

/** What people call a product, and the fact that the word implies. */
public record Synonym(String zh, String en, Optional<Qualifier> qualifier) {}
