// Lets search work from a disk, where browsers start no worker: its script runs in a hidden frame.
if (location.protocol === "file:") {
  const Hidden = class extends EventTarget {
    #ready;
    #inner;

    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      document.body.append(frame);
      this.#inner = frame.contentWindow;
      this.#inner.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }));
      this.#ready = new Promise((resolve, reject) => {
        const script = this.#inner.document.createElement("script");
        script.src = new URL(url, location.href);
        script.onload = resolve;
        script.onerror = reject;
        this.#inner.document.body.append(script);
      });
    }

    async postMessage(data) {
      await this.#ready;
      this.#inner.dispatchEvent(new this.#inner.MessageEvent("message", { data }));
    }

    terminate() {
      this.#inner.frameElement.remove();
    }
  };
  globalThis.Worker = /** @type {any} */ (Hidden);
}
