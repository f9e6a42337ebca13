/* Preloaded into the process under test: writes down, in order, every change and every flush of the files below
 * RECORD_DIR, so that a power cut at any moment can be replayed afterwards. Records go to RECORD_LOG as
 *   kind(1) path_length(4) path offset(8) length(8) data
 * kinds: w write, t truncate to offset, s flush (fsync, fdatasync), d delete, m marker (a write to RECORD_DIR/marks).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static char dir[PATH_MAX];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("RECORD_LOG"), *below = getenv("RECORD_DIR");
  if (!log || !below || !realpath(below, dir)) return;
  log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* The file's path if it lies below the folder, else null. Shared memory of the WAL index is rebuilt, so it is left out. */
static const char *watched(int fd, char *buffer) {
  char link[64];
  if (log_fd < 0 || fd < 0 || fd == log_fd) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  if (length <= 0) return NULL;
  buffer[length] = 0;
  if (strncmp(buffer, dir, strlen(dir)) || buffer[strlen(dir)] != '/') return NULL;
  const char *end = buffer + length - 4;
  return length > 4 && !strcmp(end, "-shm") ? NULL : buffer;
}

static void all(const void *data, size_t length) {
  const char *from = data;
  while (length) {
    ssize_t written = REAL(write)(log_fd, from, length);
    if (written <= 0) abort();
    from += written;
    length -= written;
  }
}

static void note(char kind, const char *path, int64_t offset, const void *data, int64_t length) {
  int32_t path_length = strlen(path);
  all(&kind, 1), all(&path_length, 4), all(path, path_length), all(&offset, 8), all(&length, 8);
  if (length) all(data, length);
}

#define RECORDED(call, fd, note_it)                      \
  char path[PATH_MAX];                                   \
  pthread_mutex_lock(&lock);                             \
  __typeof__(call) result = call;                        \
  if (result >= 0 && watched(fd, path)) { note_it; }     \
  pthread_mutex_unlock(&lock);                           \
  return result

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  RECORDED(REAL(pwrite64)(fd, data, length, offset), fd, note('w', path, offset, data, result));
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  RECORDED(REAL(pwrite)(fd, data, length, offset), fd, note('w', path, offset, data, result));
}
ssize_t write(int fd, const void *data, size_t length) {
  RECORDED(REAL(write)(fd, data, length), fd,
           { const char *name = strrchr(path, '/') + 1;
             note(strcmp(name, "marks") ? 'w' : 'm', path, lseek(fd, 0, SEEK_CUR) - result, data, result); });
}
int ftruncate64(int fd, off64_t length) { RECORDED(REAL(ftruncate64)(fd, length), fd, note('t', path, length, NULL, 0)); }
int ftruncate(int fd, off_t length) { RECORDED(REAL(ftruncate)(fd, length), fd, note('t', path, length, NULL, 0)); }
int fsync(int fd) { RECORDED(REAL(fsync)(fd), fd, note('s', path, 0, NULL, 0)); }
int fdatasync(int fd) { RECORDED(REAL(fdatasync)(fd), fd, note('s', path, 0, NULL, 0)); }
int unlink(const char *name) {
  char path[PATH_MAX];
  pthread_mutex_lock(&lock);
  const char *found = log_fd >= 0 ? realpath(name, path) : NULL;
  int result = REAL(unlink)(name);
  if (!result && found && !strncmp(path, dir, strlen(dir))) note('d', path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
