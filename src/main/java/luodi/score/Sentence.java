package luodi.score;

/** One sentence in both languages of the answers. */
public record Sentence(String zh, String en) {}
