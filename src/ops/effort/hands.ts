import type { Locator, Page } from '@playwright/test';

export interface Effort {
  /** Characters that were typed, code points. */
  typed: number;
  /** Keys that are no text: Tab, Space, Enter, arrows. */
  keyPresses: number;
  clicks: number;
  /** Mails that the person had to open. */
  mails: number;
}

/** A person's hands at one page: everything that they do goes through here and is counted. */
export class Hands {
  readonly effort: Effort = { typed: 0, keyPresses: 0, clicks: 0, mails: 0 };
  constructor(readonly page: Page) {}

  /** Types into what has the focus, as an input method gives its text over. */
  async type(text: string): Promise<void> {
    this.effort.typed += [...text].length;
    await this.page.keyboard.insertText(text);
  }
  async press(key: string): Promise<void> {
    this.effort.keyPresses += 1;
    await this.page.keyboard.press(key);
  }
  async click(target: Locator): Promise<void> {
    this.effort.clicks += 1;
    await target.click();
  }
  /** A click into a field, and its text typed over what stands there. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.click(field);
    if ((await field.inputValue()) !== '') await this.press('Control+a');
    await this.type(text);
  }
  /** A choice of a list: one click opens it, one takes the entry. */
  async choose(list: Locator, value: string): Promise<void> {
    this.effort.clicks += 2;
    await list.selectOption(value);
  }
  openMail(): void {
    this.effort.mails += 1;
  }
}
