// Tells MapLibre where the letters of the map lie: in the same font files that the page itself uses, piece by piece,
// so no glyph server is needed and only the pieces that occur are fetched.

const FAMILY = 'Noto Sans SC';

/** The style's `font-faces`: `Noto Sans SC` and `Noto Sans SC Semibold`, read from the page's own font style sheet. */
export function fontFaces() {
  const faces = { [FAMILY]: [], [`${FAMILY} Semibold`]: [] };
  for (const sheet of document.styleSheets) {
    if (!sheet.href?.endsWith('/fonts.css')) continue;
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const name = rule.style.getPropertyValue('font-weight') === '600' ? `${FAMILY} Semibold` : FAMILY;
      faces[name].push(faceOf(rule, sheet.href));
    }
  }
  return faces;
}

function faceOf(rule, base) {
  const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'));
  const ranges = rule.style.getPropertyValue('unicode-range');
  return { url: new URL(address, base).href, 'unicode-range': ranges.split(',').map((range) => range.trim()) };
}

export const PLAIN = ['Noto Sans SC'];
export const STRONG = ['Noto Sans SC Semibold'];
