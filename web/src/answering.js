// Answers what a page asks of its worker, one question at a time, in order.

/**
 * @param {Record<string, (options: any) => any>} actions - by name
 * @param {(action: string) => any} [before] - called first, and waited for
 */
export const answer = (actions, before = () => {}) => {
  let last = Promise.resolve();

  const one = async ({ id, action, ...options }) => {
    try {
      await before(action);
      self.postMessage({ id, result: await actions[action](options) });
    } catch (error) {
      self.postMessage({ id, error: String(error?.message ?? error), reason: error?.reason });
    }
  };

  self.addEventListener("message", ({ data }) => {
    last = last.then(() => one(data));
  });
};
