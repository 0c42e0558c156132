/**
 * The answer key of the synthetic ground: spots and plots, and what lies there, told by elementary
 * geometry of its own (integer arithmetic on the grid, convex clipping, areas under edges) and by
 * comparing with every zone. {@code AnswerKey} is the key, {@code Known} what it is made of. It
 * must not use JTS predicates or overlay, nor {@code luodi.geo.Authalic}: the engine that it tests
 * does.
 */
package luodi.synthetic.key;
