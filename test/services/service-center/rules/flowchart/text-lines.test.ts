import fc from 'fast-check';
import { textLines, textWidth } from '../../../../../services/service-center/rules/flowchart/text-lines';

describe('text in lines', () => {
  it('breaks Chinese anywhere but before a closing mark, and other words not at all', () => {
    expect(textLines('取水口现场查勘，两人以上到场', 7)).toEqual(['取水口现场查', '勘，两人以上到', '场']);
    expect(textLines('按 GB/T2260-2013 填写', 9)).toEqual(['按', 'GB/T2260-2013', '填写']);
  });
  it('loses no character and is never wider than told', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'受理审查，。（）“”abcXYZ019 ./-%'), maxLength: 80 }), fc.integer({ min: 2, max: 20 }), (text, ems) => {
        const lines = textLines(text, ems);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(ems);
      }),
    );
  });
});
