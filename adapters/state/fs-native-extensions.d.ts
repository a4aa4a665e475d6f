declare module "fs-native-extensions" {
  /** Takes the lock of the open file, which the system frees with the process; false where another one has it. */
  export function tryLock(fd: number): boolean;
}
