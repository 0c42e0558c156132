package luodi.report;

/**
 * One line of a list of facts.
 *
 * @param note what a reader must know of it, such as that it is presumed; empty where nothing
 */
record Labelled(String label, String value, String note) {}
