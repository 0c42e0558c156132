// Hatching for layers whose shapes are synthetic: a reader sees at once that these edges are made up.

const SIZE = 16; // pixels of a pattern tile drawn at twice the density of the screen

/** An image for map.addImage: transparent ground, hatched lines, seamless in both directions. */
export function hatch(direction, colour) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.fillStyle = `${colour}1f`;
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.strokeStyle = pen.fillStyle = `${colour}b0`;
  pen.lineWidth = 1.8;
  STROKES[direction](pen);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

const STROKES = {
  rising: (pen) =>
    lines(pen, [
      [-1, 1, 1, -1],
      [0, SIZE, SIZE, 0],
      [SIZE - 1, SIZE + 1, SIZE + 1, SIZE - 1],
    ]),
  falling: (pen) =>
    lines(pen, [
      [-1, SIZE - 1, 1, SIZE + 1],
      [0, 0, SIZE, SIZE],
      [SIZE - 1, -1, SIZE + 1, 1],
    ]),
  level: (pen) => lines(pen, [[0, SIZE / 2, SIZE, SIZE / 2]]),
  upright: (pen) => lines(pen, [[SIZE / 2, 0, SIZE / 2, SIZE]]),
  cross: (pen) => {
    STROKES.rising(pen);
    STROKES.falling(pen);
  },
  dots: (pen) => {
    for (const [x, y] of [
      [4, 4],
      [12, 12],
    ]) {
      pen.beginPath();
      pen.arc(x, y, 1.9, 0, 2 * Math.PI);
      pen.fill();
    }
  },
};

function lines(pen, strokes) {
  for (const [x1, y1, x2, y2] of strokes) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
}

/** The same pattern as a CSS image, for the legend. */
export function hatchAddress(direction, colour) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  canvas.getContext('2d').putImageData(hatch(direction, colour), 0, 0);
  return `url(${canvas.toDataURL()})`;
}
