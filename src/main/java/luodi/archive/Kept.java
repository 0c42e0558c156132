package luodi.archive;

/**
 * A screening that was kept.
 *
 * @param id as the screening names itself
 * @param project the project as it was asked about, JSON
 * @param screening the answer, byte for byte as it was given
 * @param dossier what a report shows beside the answer, JSON
 */
public record Kept(String id, byte[] project, byte[] screening, byte[] dossier) {}
