import { safeStorage } from 'electron';
import type { Cipher } from '../ports.ts';

/** The system's keychain, by Electron. On Linux without one it would scramble with a key that everybody knows: that is no keychain. */
export const desktopCipher: Cipher = {
  async fault() {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'no-keychain';
    const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    return plain ? 'plain-text' : null;
  },
  async encrypt(text) {
    return new Uint8Array(await safeStorage.encryptStringAsync(text));
  },
  async decrypt(bytes) {
    return (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result;
  },
};
