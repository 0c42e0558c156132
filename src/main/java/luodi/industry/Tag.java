package luodi.industry;

/**
 * A named set of industries that rules read.
 *
 * @param complete false when absence from the set says nothing
 * @param source the official list, or "default" for an editable one of ours
 */
public record Tag(String id, CodeSet codes, boolean complete, String source) {}
