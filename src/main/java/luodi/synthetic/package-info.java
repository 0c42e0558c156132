/**
 * The synthetic demo ground: for layers whose true shapes are not open, plausible ones from a seed,
 * drawn around the real counties, seats, parks, rivers and lakes. {@code SyntheticGround} makes the
 * layer editions, {@code Basis} is what it draws around, {@code key.AnswerKey} tells what lies
 * where, from how it was made. It knows no law and no fabric: the engine is tested against it.
 */
package luodi.synthetic;
