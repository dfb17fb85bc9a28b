/** Why a run or a start ended otherwise than by itself; `reason` is a key of the texts. */
export class Ended extends Error {
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
  }
}
