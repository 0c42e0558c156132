package luodi.cooperation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of an agreement's accounts. It is never edited: what was wrong is put right by another
 * entry with the difference.
 *
 * @param amount whole fen or square metres; negative only in a correction
 * @param corrects the entry that this one puts right
 */
public record Entry(
    String id,
    String agreement,
    int year,
    Indicator indicator,
    long amount,
    LocalDate recordedOn,
    Optional<String> corrects,
    String note,
    String source) {}
