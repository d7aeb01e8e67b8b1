import { checkAnswer, checkReason, checkRemarkText } from '../../../../../services/service-center/rules/remarks/remark-text';

describe('texts as they are stored', () => {
  it('are trimmed, their lines ended alike, personal numbers masked', () => {
    expect(checkRemarkText('  窗口态度好\r\n请回电13800138000 ')).toEqual({ ok: true, value: '窗口态度好\n请回电******' });
  });
  it('name the first thing that is wrong', () => {
    expect(checkRemarkText('  短  ')).toMatchObject({ refusal: { code: 'TEXT_LENGTH' } });
    expect(checkRemarkText('哈哈哈哈哈\u202E')).toMatchObject({ refusal: { code: 'CONTROL_CHARACTERS' } });
    expect(checkRemarkText('你们这些王八蛋都该下台')).toMatchObject({ refusal: { code: 'ABUSIVE_WORDS' } });
  });
  it('are an answer that says something, and a reason', () => {
    expect(checkAnswer('。。。。。。。')).toMatchObject({ refusal: { code: 'REPEATED_CHARACTERS', details: [{ path: 'answer' }] } });
    expect(checkAnswer('已核实并改进，经办人电话13800138000')).toEqual({ ok: true, value: '已核实并改进，经办人电话******' });
    expect(checkReason('无')).toMatchObject({ refusal: { code: 'TEXT_LENGTH', details: [{ path: 'reason' }] } });
  });
});
