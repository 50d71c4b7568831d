import { describe, expect, it } from 'vitest';
import { rebaseSettings } from './rebase-settings';
import type { Settings } from './settings-data';

const BEGAN: Settings = {
  name: 'Aoba',
  nameEn: 'Aoba',
  selfTerm: '\u5f53\u884c',
  department: '',
  departmentEn: '',
  telephone: '03',
  replyAddress: 'a@b.example',
  businessHours: '',
  closingTime: '17:00',
  idleMinutes: 30,
  defaultDueBusinessDays: 20,
  reminderDays: [10, 3],
  overdueDays: [1],
  retentionYears: 10,
  grades: [],
  mailTexts: {},
};

describe('settings that somebody else saved first', () => {
  it('keep what was typed and take the rest, naming what both changed', () => {
    const typed = { ...BEGAN, telephone: '04', grades: ['A'] };
    const standing = { ...BEGAN, telephone: '05', closingTime: '16:00', grades: ['A'] };
    const { settings, contested } = rebaseSettings(BEGAN, typed, standing);
    expect(settings).toEqual({ ...standing, telephone: '04' });
    expect(contested).toEqual(['telephone']);
  });
});
