// Stands between a program and its disk (LD_PRELOAD), for files under one folder.
//
//   QR_WATCH  the folder
//   QR_LOG    a file that gets every change in the order in which it was asked for, or unset
//   QR_FAULT  "errno:n:sticky": the n-th change fails with errno, and with sticky=1 so do all
//             after it; errno 0 kills the program at that point instead. Also settable by
//             opening the file "/quietroom-fault/errno:n:sticky", which answers ENOENT.
//
// A record: one letter, three numbers of 8 bytes (file, offset, length), then length bytes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
static char *paths[FILES];
static char watch[1024];
static int log_fd = -1;
static int fault_errno, fault_sticky;
static long fault_at, changes;

static void arm(const char *words) {
  fault_errno = 0; fault_at = 0; fault_sticky = 0; changes = 0;
  sscanf(words, "%d:%ld:%d", &fault_errno, &fault_at, &fault_sticky);
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("QR_WATCH"), *log = getenv("QR_LOG"), *fault = getenv("QR_FAULT");
  if (folder) strncpy(watch, folder, sizeof watch - 1);
  if (log) log_fd = syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if (fault) arm(fault);
}

static int watched(const char *path) {
  return watch[0] && path && strncmp(path, watch, strlen(watch)) == 0;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    long done = syscall(SYS_write, log_fd, at, length);
    if (done <= 0) abort();
    at += done; length -= done;
  }
}

static void record(char what, uint64_t file, uint64_t offset, const void *bytes, uint64_t length) {
  if (log_fd < 0) return;
  uint64_t numbers[3] = { file, offset, length };
  put(&what, 1); put(numbers, sizeof numbers);
  if (length) put(bytes, length);
}

/* Whether this change is to fail. Counted whether it is or not. */
static int fails(void) {
  changes += 1;
  if (fault_at == 0 || changes < fault_at || (changes > fault_at && !fault_sticky)) return 0;
  if (fault_errno == 0) { kill(getpid(), SIGKILL); for (;;) pause(); }
  errno = fault_errno;
  return 1;
}

static const char *path_of(int fd) { return fd >= 0 && fd < FILES ? paths[fd] : NULL; }

static void named(char what, int fd, const char *path) { record(what, fd, 0, path, strlen(path)); }

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= FILES || !watched(path)) return fd;
  free(paths[fd]);
  paths[fd] = strdup(path);
  named('o', fd, path);
  if (!existed) named('c', fd, path);
  if (flags & O_TRUNC) record('t', fd, 0, NULL, 0);
  return fd;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  const char *command = "/quietroom-fault/";
  if (path && strncmp(path, command, strlen(command)) == 0) {
    const char *words = path + strlen(command);
    if (strcmp(words, "count") == 0) { errno = ENOENT; int found = changes > 999999 ? 999999 : changes;
      char text[32]; int n = snprintf(text, sizeof text, "%d", found);
      int pipes[2]; if (pipe2(pipes, O_CLOEXEC) != 0) return -1;
      syscall(SYS_write, pipes[1], text, n); syscall(SYS_close, pipes[1]); return pipes[0]; }
    arm(words); errno = ENOENT; return -1;
  }
  int existed = 1;
  if (watched(path)) {
    existed = syscall(SYS_faccessat, at, path, F_OK) == 0;
    if (((flags & O_CREAT) && !existed) || (flags & O_TRUNC)) if (fails()) return -1;
    errno = 0;
  }
  return opened(syscall(SYS_openat, at, path, flags, mode), path, flags, existed);
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_any(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return open_any(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return open_any(at, path, flags, mode); }

int close(int fd) {
  if (path_of(fd)) { record('x', fd, 0, NULL, 0); free(paths[fd]); paths[fd] = NULL; }
  return syscall(SYS_close, fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t offset) {
  if (path_of(fd) && fails()) return -1;
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, offset);
  if (done > 0 && path_of(fd)) record('w', fd, offset, bytes, done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return write_at(fd, bytes, length, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return write_at(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  if (path_of(fd)) {
    off64_t offset = lseek64(fd, 0, SEEK_CUR);
    if (fails()) return -1;
    ssize_t done = syscall(SYS_write, fd, bytes, length);
    if (done > 0) record('w', fd, offset, bytes, done);
    return done;
  }
  ssize_t done = syscall(SYS_write, fd, bytes, length);
  /* What the program promises goes to its output: where in the order it did so is what counts. */
  if (fd == 1 && done > 0) record('a', 1, 0, bytes, done);
  return done;
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!path_of(fd) && fd != 1) return syscall(SYS_writev, fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; i += 1) { ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len); if (done < 0) return all ? all : -1; all += done; }
  return all;
}

static int truncate_at(int fd, off64_t length) {
  if (path_of(fd) && fails()) return -1;
  int done = syscall(SYS_ftruncate, fd, length);
  if (done == 0 && path_of(fd)) record('t', fd, length, NULL, 0);
  return done;
}
int ftruncate(int fd, off_t length) { return truncate_at(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncate_at(fd, length); }

static int sync_it(int fd, int number) {
  if (path_of(fd) && fails()) return -1;
  int done = syscall(number, fd);
  if (done == 0 && path_of(fd)) record('s', fd, 0, NULL, 0);
  return done;
}
int fsync(int fd) { return sync_it(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_it(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
  if (!watched(from) && !watched(to)) return syscall(SYS_rename, from, to);
  if (fails()) return -1;
  int done = syscall(SYS_rename, from, to);
  if (done == 0) {
    char both[4096];
    int length = snprintf(both, sizeof both, "%s\n%s", from, to);
    record('r', 0, 0, both, length);
  }
  return done;
}
static int remove_it(const char *path, int number) {
  if (!watched(path)) return syscall(number, path);
  if (fails()) return -1;
  int done = syscall(number, path);
  if (done == 0) named('u', 0, path);
  return done;
}
int unlink(const char *path) { return remove_it(path, SYS_unlink); }
int rmdir(const char *path) { return remove_it(path, SYS_rmdir); }
int unlinkat(int at, const char *path, int flags) {
  if (!watched(path)) return syscall(SYS_unlinkat, at, path, flags);
  return remove_it(path, flags & AT_REMOVEDIR ? SYS_rmdir : SYS_unlink);
}
int remove(const char *path) {
  struct stat about;
  if (lstat(path, &about) != 0) return -1;
  return remove_it(path, S_ISDIR(about.st_mode) ? SYS_rmdir : SYS_unlink);
}
int mkdir(const char *path, mode_t mode) {
  if (!watched(path)) return syscall(SYS_mkdir, path, mode);
  if (fails()) return -1;
  int done = syscall(SYS_mkdir, path, mode);
  if (done == 0) named('d', 0, path);
  return done;
}
