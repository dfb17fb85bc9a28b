// Lets the tabs of a page have its folder one after the other.
let last = Promise.resolve(); // what this tab does with it

const locked = async (folder, signal, waits, act) => {
  if (signal.aborted) throw signal.reason;
  let begun = false;
  const begin = () => {
    begun = true;
    return act();
  };
  try {
    const done = await navigator.locks.request(
      folder,
      { ifAvailable: true },
      lock => lock && begin(),
    );
    if (begun) return done;
    waits();
    return await navigator.locks.request(folder, { signal }, begin);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (begun) throw error;
    return begin(); // a browser that keeps nothing may refuse the lock
  }
};

/**
 * Do something while no other tab has a folder. The page asks for it and not its worker, since
 * Safari leaves a folder to a worker that was ended.
 *
 * @param {string} folder
 * @param {AbortSignal} signal - ends the wait, with its reason
 * @param {() => void} waits - called where another tab has it
 * @param {() => Promise} act
 */
export const withLock = (folder, signal, waits, act) => {
  const turn = last.then(() => locked(folder, signal, waits, act));
  last = turn.catch(() => {});
  return turn;
};
