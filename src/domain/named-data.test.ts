import { expect, it } from 'vitest';
import { mayStayBlank, plainName } from './named-data';

it.each([
  ['認証番号（任意）', '認証番号'],
  ['認証番号(任意)', '認証番号'],
  ['シグニチャ（パターンファイル）の更新間隔（任意）', 'シグニチャ（パターンファイル）の更新間隔'],
  ['Certificate number (Optional)', 'Certificate number'],
])('%s may be left blank and is called %s', (name, plain) => {
  expect([mayStayBlank(name), plainName(name)]).toEqual([true, plain]);
});

it.each(['認証番号', '任意', 'パターン（ファイル）', '（任意）認証番号'])('%s has to be filled in', (name) => {
  expect([mayStayBlank(name), plainName(name)]).toEqual([false, name]);
});
