/**
 * The drawing instruments of the synthetic ground: {@code Dice} throws, {@code Blob} and {@code
 * RaggedLine} draw, {@code Knife} cuts without leaving a crack. Every coordinate they return lies
 * on the grid, and is the same for the same seed on every machine. They know no layer.
 */
package luodi.synthetic.draw;
