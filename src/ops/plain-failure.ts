/** A failure that the person at the terminal can mend: its message is shown in one line, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}
