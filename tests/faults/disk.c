/* Owns what a process asks of the disk below one folder: every call is logged in order, and any can fail.

   Loaded before the C library (LD_PRELOAD). The process itself turns it on and off through fault_log, fault_mark
   and fault_arm. Linux only; calls outside the folder pass untouched. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
static char folder[PATH_MAX];
static char names[FILES][PATH_MAX];
static unsigned char known[FILES];
static int log_fd = -1, fail_errno, fail_sticky;
static long fail_at = -1, calls;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int within(const char *path, char *out) {
    if (!folder[0] || !path) return 0;
    if (path[0] == '/') snprintf(out, PATH_MAX, "%s", path);
    else return 0; /* the program under test is given absolute paths only */
    size_t n = strlen(folder);
    return !strncmp(out, folder, n) && (out[n] == '/' || out[n] == 0);
}

static void put(const void *data, size_t n) { if (REAL(write)(log_fd, data, n) != (ssize_t)n) abort(); }

/* One record: operation, name, second name or data, offset. */
static void record(char op, const char *name, const void *data, uint64_t size, int64_t offset) {
    if (log_fd < 0) return;
    uint32_t n = strlen(name);
    put(&op, 1); put(&n, 4); put(name, n); put(&offset, 8); put(&size, 8);
    if (size) put(data, size);
}

static int fails(void) {
    if (fail_at < 0) return 0;
    calls++;
    if (calls == fail_at || (fail_sticky && calls > fail_at)) { errno = fail_errno; return 1; }
    return 0;
}

static const char *of(int fd) { return fd >= 0 && fd < FILES && known[fd] ? names[fd] : NULL; }

void fault_folder(const char *path) { snprintf(folder, sizeof folder, "%s", path); }
void fault_log(const char *path) { log_fd = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600); }
void fault_mark(const char *text) { record('a', text, NULL, 0, 0); }
void fault_arm(long at, int number, int sticky) { fail_at = at; fail_errno = number; fail_sticky = sticky; calls = 0; }
long fault_calls(void) { return calls; }

static int opened(int fd, const char *path, int flags, int is_new) {
    char full[PATH_MAX];
    if (fd < 0 || fd >= FILES) return fd;
    known[fd] = 0;
    if (!within(path, full)) return fd;
    known[fd] = 1;
    strcpy(names[fd], full);
    if (is_new) record('c', full, NULL, 0, 0);
    else if ((flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY) record('t', full, NULL, 0, 0);
    return fd;
}

static int refused(const char *path, int flags) {
    char full[PATH_MAX];
    return (flags & (O_CREAT | O_WRONLY | O_RDWR)) && within(path, full) && fails();
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        if (refused(path, flags)) return -1; \
        int is_new = (flags & O_CREAT) && access(path, F_OK); \
        return opened(REAL(name)(path, flags, mode), path, flags, is_new); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        if (at == AT_FDCWD && refused(path, flags)) return -1; \
        int is_new = (flags & O_CREAT) && access(path, F_OK); \
        int fd = REAL(name)(at, path, flags, mode); \
        return at == AT_FDCWD ? opened(fd, path, flags, is_new) : fd; \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) { if (fd >= 0 && fd < FILES) known[fd] = 0; return REAL(close)(fd); }

#define PWRITE(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t size, offset_type offset) { \
        if (of(fd) && fails()) return -1; \
        ssize_t done = REAL(name)(fd, data, size, offset); \
        if (done > 0 && of(fd)) record('w', of(fd), data, done, offset); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    if (!of(fd)) return REAL(write)(fd, data, size);
    if (fails()) return -1;
    off_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    ssize_t done = REAL(write)(fd, data, size);
    if (done > 0) record('w', of(fd), data, done, at);
    return done;
}

#define TRUNCATE(name, offset_type) \
    int name(int fd, offset_type size) { \
        if (of(fd) && fails()) return -1; \
        int done = REAL(name)(fd, size); \
        if (!done && of(fd)) record('t', of(fd), NULL, 0, size); \
        return done; \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
    int name(int fd) { \
        if (of(fd) && fails()) return -1; \
        int done = REAL(name)(fd); \
        if (!done && of(fd)) record('s', of(fd), NULL, 0, 0); \
        return done; \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    char full[PATH_MAX];
    if (within(path, full) && fails()) return -1;
    int done = REAL(unlink)(path);
    if (!done && within(path, full)) record('u', full, NULL, 0, 0);
    return done;
}

int rename(const char *from, const char *to) {
    char full[PATH_MAX], other[PATH_MAX];
    int here = within(from, full) && within(to, other);
    if (here && fails()) return -1;
    int done = REAL(rename)(from, to);
    if (!done && here) record('r', full, other, strlen(other), 0);
    return done;
}
