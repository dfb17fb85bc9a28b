// Lets the tabs of a page have its folder one after the other.
const PATIENCE = 300; // milliseconds after which it is told that another tab has it

/**
 * Do something while no other tab has a folder. The page asks for it and not its worker, since
 * Safari leaves a folder to a worker that was ended.
 *
 * @param {string} folder
 * @param {AbortSignal} signal - ends the wait, with its reason
 * @param {() => void} waits - called where it takes a moment
 * @param {() => Promise} act
 */
export const alone = async (folder, signal, waits, act) => {
  const waiting = setTimeout(waits, PATIENCE);
  let begun = false;
  const begin = () => {
    begun = true;
    clearTimeout(waiting);
    return act();
  };
  try {
    return await navigator.locks.request(folder, { signal }, begin);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (begun) throw error;
    return begin(); // a browser that keeps nothing may refuse the lock
  } finally {
    clearTimeout(waiting);
  }
};
