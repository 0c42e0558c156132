// A field for a province, prefecture or county, by name or code.
import { ask } from './api.js';
import { Combobox } from './combobox.js';
import { element } from './element.js';
import { whenSpoken, word } from './words.js';

const MOST = 20;

export class DivisionPicker {
  #input;

  /** @param take called with `{adcode, name}`, or with null when the field was emptied */
  constructor(input, take) {
    this.#input = input;
    const box = new Combobox(input, {
      search: async (q, signal) => (await ask('/divisions', { q, limit: MOST }, signal)).divisions,
      option: ({ adcode, full_name: name }) => [
        element('span.code', {}, adcode),
        element('span.names', { lang: 'zh-CN' }, name),
      ],
      take: (division) => {
        const taken = division && { adcode: division.adcode, name: division.full_name };
        this.show(taken);
        take(taken);
      },
      nothing: 'noDivision',
    });
    whenSpoken(() => box.name(word('divisions')));
  }

  /** The division of a code, or null. */
  static async named(adcode) {
    const { divisions } = await ask('/divisions', { q: adcode, limit: 1 });
    const [found] = divisions.filter((one) => one.adcode === adcode);
    return found ? { adcode, name: found.full_name } : { adcode, name: '' };
  }

  show(division) {
    this.#input.value = division ? `${division.adcode} ${division.name}`.trim() : '';
  }
}
