/**
 * The alphabet in which ground and law meet: {@code Letter}, {@code Signature}, {@code Ask}, and
 * the measured {@code Evidence} behind a letter. It holds no geometry and no rule, and knows
 * neither.
 */
package luodi.ground;
