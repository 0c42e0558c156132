package luodi.siting;

import java.time.LocalDate;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.fabric.Regions;
import luodi.ground.Ask;
import luodi.rule.Rulebook;

/**
 * What is read of the ground for one question.
 *
 * @param asks everything that the law wants to read, for this project
 * @param day on which zones must be valid
 */
record Reading(Atlas atlas, Regions regions, Rulebook rulebook, List<Ask> asks, LocalDate day) {}
