// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A disk that fails on demand, for tests: preloaded (LD_PRELOAD), it stands before the C library's file functions,
// counts the calls about chosen paths, and makes one of them fail. What it does is said by the environment:
//
//   KEYWARD_FAULTS_BELOW   paths that begin so, several separated by ':'; nothing else is touched or counted
//   KEYWARD_FAULTS_CALLS   groups of calls, separated by ','; without it all groups that change something:
//                          create write sync truncate allocate close rename mkdir link symlink unlink xattr mode owner
//                          time and only when named: open read list stat
//   KEYWARD_FAULTS_AT      the how-manieth of these calls fails, from 1; without it they are only counted
//   KEYWARD_FAULTS_UNTIL   up to this one; without it only that one; 'end': for good
//   KEYWARD_FAULTS_HOW     the name of an errno; 'short': half of a write is taken; 'kill': the process dies before the
//   call KEYWARD_FAULTS_REPORT  a file that gets one line for each counted call: group, function, path
//
// A close that fails has closed all the same, and only descriptors that can be written to count, as in the kernel.
// The functions have names of their own and carry the C library's as labels, so that no declaration is in the way.

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

constexpr std::string_view changing =
    "create,write,sync,truncate,allocate,close,rename,mkdir,link,symlink,unlink,xattr,mode,owner,time";

std::string setting(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int errorNamed(const std::string &name)
{
    for (int error = 1; error < 200; ++error)
        if (const char *known = ::strerrorname_np(error); known && name == known) return error;
    return 0;
}

/// What the environment asks for; read once.
struct Plan {
    std::string below = setting("KEYWARD_FAULTS_BELOW");
    std::string calls = setting("KEYWARD_FAULTS_CALLS");
    long at = std::atol(setting("KEYWARD_FAULTS_AT").c_str());
    long until = at;
    std::string how = setting("KEYWARD_FAULTS_HOW");
    int error = errorNamed(how);
    int report = -1;
    std::atomic<long> seen{0};

    Plan()
    {
        if (calls.empty()) calls = changing;
        const auto end = setting("KEYWARD_FAULTS_UNTIL");
        if (!end.empty()) until = end == "end" ? LONG_MAX : std::atol(end.c_str());
        const auto file = setting("KEYWARD_FAULTS_REPORT");
        if (!file.empty())
            report = static_cast<int>(
                ::syscall(SYS_openat, AT_FDCWD, file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    }
};

Plan &plan()
{
    static Plan only;
    return only;
}

/// Whether a list holds an item, or with asPrefix: something that the text begins with.
bool lists(std::string_view list, char separator, std::string_view text, bool asPrefix)
{
    while (!list.empty()) {
        const auto item = list.substr(0, list.find(separator));
        if (!item.empty() && (asPrefix ? text.starts_with(item) : text == item)) return true;
        list.remove_prefix(std::min(list.size(), item.size() + 1));
    }
    return false;
}

std::string pathOf(int descriptor)
{
    char name[PATH_MAX];
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    const auto length = ::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), name, sizeof name);
    return length > 0 ? std::string(name, static_cast<std::size_t>(length)) : std::string();
}

std::string pathOf(int folder, const char *path)
{
    if (!path || *path == '/') return path ? path : "";
    char here[PATH_MAX];
    if (folder == AT_FDCWD) return (::getcwd(here, sizeof here) ? std::string(here) : std::string()) + '/' + path;
    return *path ? pathOf(folder) + '/' + path : pathOf(folder);
}

struct Verdict {
    int error = 0;
    bool halved = false;
};

Verdict judge(std::string_view group, const char *function, const std::string &path)
{
    auto &p = plan();
    if (p.below.empty() || !lists(p.below, ':', path, true) || !lists(p.calls, ',', group, false)) return {};
    const auto number = ++p.seen;
    if (p.report >= 0) {
        const auto line = std::string(group) + ' ' + function + ' ' + path + '\n';
        [[maybe_unused]] const auto written = ::syscall(SYS_write, p.report, line.data(), line.size());
    }
    if (p.at == 0 || number < p.at || number > p.until) return {};
    if (p.how == "kill") ::kill(::getpid(), SIGKILL);
    return {p.error, p.how == "short"};
}

bool writable(int descriptor) { return (::fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY; }

template <class Return, class Call> Return unless(const Verdict &verdict, Return failure, Call call)
{
    if (verdict.error == 0) return call();
    errno = verdict.error;
    return failure;
}

std::size_t taken(const Verdict &verdict, std::size_t size)
{
    return verdict.halved ? std::max<std::size_t>(1, size / 2) : size;
}

} // namespace

#define INTERPOSE(result, name, parameters)                                                                            \
    extern "C" __attribute__((visibility("default"))) result fault_##name parameters __asm__(#name);                   \
    result fault_##name parameters
/// The function that would have been called without this library.
#define NEXT(name)                                                                                                     \
    ([] {                                                                                                              \
        static const auto found = reinterpret_cast<decltype(&fault_##name)>(::dlsym(RTLD_NEXT, #name));                \
        return found;                                                                                                  \
    }())
#define ABOUT(group, name, ...) judge(group, #name, pathOf(__VA_ARGS__))

// Two names for one function: with and without 64, which is the same here.
#define OPEN(name)                                                                                                     \
    INTERPOSE(int, name, (const char *path, int flags, mode_t mode))                                                   \
    {                                                                                                                  \
        return unless(ABOUT(flags & O_CREAT ? "create" : "open", name, AT_FDCWD, path), -1,                            \
                      [&] { return NEXT(name)(path, flags, mode); });                                                  \
    }
OPEN(open)
OPEN(open64)
#define OPENAT(name)                                                                                                   \
    INTERPOSE(int, name, (int folder, const char *path, int flags, mode_t mode))                                       \
    {                                                                                                                  \
        return unless(ABOUT(flags & O_CREAT ? "create" : "open", name, folder, path), -1,                              \
                      [&] { return NEXT(name)(folder, path, flags, mode); });                                          \
    }
OPENAT(openat)
OPENAT(openat64)
#define OPEN_2(name)                                                                                                   \
    INTERPOSE(int, name, (const char *path, int flags))                                                                \
    {                                                                                                                  \
        return unless(ABOUT("open", name, AT_FDCWD, path), -1, [&] { return NEXT(name)(path, flags); });               \
    }
OPEN_2(__open_2)
OPEN_2(__open64_2)
#define OPENAT_2(name)                                                                                                 \
    INTERPOSE(int, name, (int folder, const char *path, int flags))                                                    \
    {                                                                                                                  \
        return unless(ABOUT("open", name, folder, path), -1, [&] { return NEXT(name)(folder, path, flags); });         \
    }
OPENAT_2(__openat_2)
OPENAT_2(__openat64_2)

INTERPOSE(ssize_t, write, (int to, const void *data, std::size_t size))
{
    const auto verdict = ABOUT("write", write, to);
    return unless(verdict, ssize_t(-1), [&] { return NEXT(write)(to, data, taken(verdict, size)); });
}
#define PWRITE(name)                                                                                                   \
    INTERPOSE(ssize_t, name, (int to, const void *data, std::size_t size, off_t offset))                               \
    {                                                                                                                  \
        const auto verdict = ABOUT("write", name, to);                                                                 \
        return unless(verdict, ssize_t(-1), [&] { return NEXT(name)(to, data, taken(verdict, size), offset); });       \
    }
PWRITE(pwrite)
PWRITE(pwrite64)
INTERPOSE(ssize_t, writev, (int to, const iovec *parts, int count))
{
    const auto verdict = ABOUT("write", writev, to);
    if (verdict.halved) return fault_write(to, parts[0].iov_base, taken(verdict, parts[0].iov_len));
    return unless(verdict, ssize_t(-1), [&] { return NEXT(writev)(to, parts, count); });
}
#define PWRITEV(name)                                                                                                  \
    INTERPOSE(ssize_t, name, (int to, const iovec *parts, int count, off_t offset))                                    \
    {                                                                                                                  \
        const auto verdict = ABOUT("write", name, to);                                                                 \
        if (verdict.halved) return fault_pwrite(to, parts[0].iov_base, taken(verdict, parts[0].iov_len), offset);      \
        return unless(verdict, ssize_t(-1), [&] { return NEXT(name)(to, parts, count, offset); });                     \
    }
PWRITEV(pwritev)
PWRITEV(pwritev64)
INTERPOSE(ssize_t, sendfile, (int to, int from, off_t *offset, std::size_t size))
{
    const auto verdict = ABOUT("write", sendfile, to);
    return unless(verdict, ssize_t(-1), [&] { return NEXT(sendfile)(to, from, offset, taken(verdict, size)); });
}
INTERPOSE(ssize_t, copy_file_range,
          (int from, off_t *fromOffset, int to, off_t *toOffset, std::size_t size, unsigned flags))
{
    const auto verdict = ABOUT("write", copy_file_range, to);
    return unless(verdict, ssize_t(-1),
                  [&] { return NEXT(copy_file_range)(from, fromOffset, to, toOffset, taken(verdict, size), flags); });
}

#define ON_DESCRIPTOR(group, name)                                                                                     \
    INTERPOSE(int, name, (int file))                                                                                   \
    {                                                                                                                  \
        return unless(ABOUT(group, name, file), -1, [&] { return NEXT(name)(file); });                                 \
    }
ON_DESCRIPTOR("sync", fsync)
ON_DESCRIPTOR("sync", fdatasync)
ON_DESCRIPTOR("sync", syncfs)

INTERPOSE(int, close, (int file))
{
    const auto verdict = file >= 0 && writable(file) ? ABOUT("close", close, file) : Verdict{};
    const int closed = NEXT(close)(file);
    return verdict.error == 0 ? closed : (errno = verdict.error, -1);
}

#define TRUNCATE(name)                                                                                                 \
    INTERPOSE(int, name, (int file, off_t size))                                                                       \
    {                                                                                                                  \
        return unless(ABOUT("truncate", name, file), -1, [&] { return NEXT(name)(file, size); });                      \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
#define ALLOCATE(name)                                                                                                 \
    INTERPOSE(int, name, (int file, int mode, off_t offset, off_t size))                                               \
    {                                                                                                                  \
        return unless(ABOUT("allocate", name, file), -1, [&] { return NEXT(name)(file, mode, offset, size); });        \
    }
ALLOCATE(fallocate)
ALLOCATE(fallocate64)
#define POSIX_ALLOCATE(name)                                                                                           \
    INTERPOSE(int, name, (int file, off_t offset, off_t size))                                                         \
    {                                                                                                                  \
        const auto verdict = ABOUT("allocate", name, file);                                                            \
        return verdict.error ? verdict.error : NEXT(name)(file, offset, size);                                         \
    }
POSIX_ALLOCATE(posix_fallocate)
POSIX_ALLOCATE(posix_fallocate64)

INTERPOSE(int, rename, (const char *from, const char *to))
{
    return unless(ABOUT("rename", rename, AT_FDCWD, to), -1, [&] { return NEXT(rename)(from, to); });
}
INTERPOSE(int, renameat, (int fromFolder, const char *from, int toFolder, const char *to))
{
    return unless(ABOUT("rename", renameat, toFolder, to), -1,
                  [&] { return NEXT(renameat)(fromFolder, from, toFolder, to); });
}
INTERPOSE(int, renameat2, (int fromFolder, const char *from, int toFolder, const char *to, unsigned flags))
{
    return unless(ABOUT("rename", renameat2, toFolder, to), -1,
                  [&] { return NEXT(renameat2)(fromFolder, from, toFolder, to, flags); });
}
INTERPOSE(int, mkdir, (const char *path, mode_t mode))
{
    return unless(ABOUT("mkdir", mkdir, AT_FDCWD, path), -1, [&] { return NEXT(mkdir)(path, mode); });
}
INTERPOSE(int, mkdirat, (int folder, const char *path, mode_t mode))
{
    return unless(ABOUT("mkdir", mkdirat, folder, path), -1, [&] { return NEXT(mkdirat)(folder, path, mode); });
}
INTERPOSE(int, link, (const char *from, const char *to))
{
    return unless(ABOUT("link", link, AT_FDCWD, to), -1, [&] { return NEXT(link)(from, to); });
}
INTERPOSE(int, linkat, (int fromFolder, const char *from, int toFolder, const char *to, int flags))
{
    return unless(ABOUT("link", linkat, toFolder, to), -1,
                  [&] { return NEXT(linkat)(fromFolder, from, toFolder, to, flags); });
}
INTERPOSE(int, symlink, (const char *text, const char *path))
{
    return unless(ABOUT("symlink", symlink, AT_FDCWD, path), -1, [&] { return NEXT(symlink)(text, path); });
}
INTERPOSE(int, symlinkat, (const char *text, int folder, const char *path))
{
    return unless(ABOUT("symlink", symlinkat, folder, path), -1, [&] { return NEXT(symlinkat)(text, folder, path); });
}
#define ON_PATH(group, name)                                                                                           \
    INTERPOSE(int, name, (const char *path))                                                                           \
    {                                                                                                                  \
        return unless(ABOUT(group, name, AT_FDCWD, path), -1, [&] { return NEXT(name)(path); });                       \
    }
ON_PATH("unlink", unlink)
ON_PATH("unlink", rmdir)
ON_PATH("unlink", remove)
INTERPOSE(int, unlinkat, (int folder, const char *path, int flags))
{
    return unless(ABOUT("unlink", unlinkat, folder, path), -1, [&] { return NEXT(unlinkat)(folder, path, flags); });
}

#define SET_XATTR(name)                                                                                                \
    INTERPOSE(int, name, (const char *path, const char *attribute, const void *value, std::size_t size, int flags))    \
    {                                                                                                                  \
        return unless(ABOUT("xattr", name, AT_FDCWD, path), -1,                                                        \
                      [&] { return NEXT(name)(path, attribute, value, size, flags); });                                \
    }
SET_XATTR(setxattr)
SET_XATTR(lsetxattr)
INTERPOSE(int, fsetxattr, (int file, const char *attribute, const void *value, std::size_t size, int flags))
{
    return unless(ABOUT("xattr", fsetxattr, file), -1,
                  [&] { return NEXT(fsetxattr)(file, attribute, value, size, flags); });
}

INTERPOSE(int, chmod, (const char *path, mode_t mode))
{
    return unless(ABOUT("mode", chmod, AT_FDCWD, path), -1, [&] { return NEXT(chmod)(path, mode); });
}
INTERPOSE(int, lchmod, (const char *path, mode_t mode))
{
    return unless(ABOUT("mode", lchmod, AT_FDCWD, path), -1, [&] { return NEXT(lchmod)(path, mode); });
}
INTERPOSE(int, fchmod, (int file, mode_t mode))
{
    return unless(ABOUT("mode", fchmod, file), -1, [&] { return NEXT(fchmod)(file, mode); });
}
INTERPOSE(int, fchmodat, (int folder, const char *path, mode_t mode, int flags))
{
    return unless(ABOUT("mode", fchmodat, folder, path), -1, [&] { return NEXT(fchmodat)(folder, path, mode, flags); });
}
#define CHOWN(name)                                                                                                    \
    INTERPOSE(int, name, (const char *path, uid_t user, gid_t group))                                                  \
    {                                                                                                                  \
        return unless(ABOUT("owner", name, AT_FDCWD, path), -1, [&] { return NEXT(name)(path, user, group); });        \
    }
CHOWN(chown)
CHOWN(lchown)
INTERPOSE(int, fchown, (int file, uid_t user, gid_t group))
{
    return unless(ABOUT("owner", fchown, file), -1, [&] { return NEXT(fchown)(file, user, group); });
}
INTERPOSE(int, fchownat, (int folder, const char *path, uid_t user, gid_t group, int flags))
{
    return unless(ABOUT("owner", fchownat, folder, path), -1,
                  [&] { return NEXT(fchownat)(folder, path, user, group, flags); });
}
INTERPOSE(int, futimens, (int file, const timespec *times))
{
    return unless(ABOUT("time", futimens, file), -1, [&] { return NEXT(futimens)(file, times); });
}
INTERPOSE(int, utimensat, (int folder, const char *path, const timespec *times, int flags))
{
    return unless(ABOUT("time", utimensat, folder, path), -1,
                  [&] { return NEXT(utimensat)(folder, path, times, flags); });
}

// The way in: a source that cannot be read.
INTERPOSE(ssize_t, read, (int from, void *to, std::size_t size))
{
    return unless(ABOUT("read", read, from), ssize_t(-1), [&] { return NEXT(read)(from, to, size); });
}
#define PREAD(name)                                                                                                    \
    INTERPOSE(ssize_t, name, (int from, void *to, std::size_t size, off_t offset))                                     \
    {                                                                                                                  \
        return unless(ABOUT("read", name, from), ssize_t(-1), [&] { return NEXT(name)(from, to, size, offset); });     \
    }
PREAD(pread)
PREAD(pread64)
INTERPOSE(ssize_t, __read_chk, (int from, void *to, std::size_t size, std::size_t room))
{
    return unless(ABOUT("read", __read_chk, from), ssize_t(-1), [&] { return NEXT(__read_chk)(from, to, size, room); });
}
#define PREAD_CHECKED(name)                                                                                            \
    INTERPOSE(ssize_t, name, (int from, void *to, std::size_t size, off_t offset, std::size_t room))                   \
    {                                                                                                                  \
        return unless(ABOUT("read", name, from), ssize_t(-1),                                                          \
                      [&] { return NEXT(name)(from, to, size, offset, room); });                                       \
    }
PREAD_CHECKED(__pread_chk)
PREAD_CHECKED(__pread64_chk)
#define READDIR(type, name)                                                                                            \
    INTERPOSE(type *, name, (DIR * folder))                                                                            \
    {                                                                                                                  \
        return unless(ABOUT("list", name, ::dirfd(folder)), static_cast<type *>(nullptr),                              \
                      [&] { return NEXT(name)(folder); });                                                             \
    }
READDIR(dirent, readdir)
READDIR(dirent64, readdir64)
#define STAT(type, name)                                                                                               \
    INTERPOSE(int, name, (const char *path, struct type *to))                                                          \
    {                                                                                                                  \
        return unless(ABOUT("stat", name, AT_FDCWD, path), -1, [&] { return NEXT(name)(path, to); });                  \
    }
STAT(stat, stat)
STAT(stat, lstat)
STAT(stat64, stat64)
STAT(stat64, lstat64)
#define STATAT(type, name)                                                                                             \
    INTERPOSE(int, name, (int folder, const char *path, struct type *to, int flags))                                   \
    {                                                                                                                  \
        return unless(ABOUT("stat", name, folder, path), -1, [&] { return NEXT(name)(folder, path, to, flags); });     \
    }
STATAT(stat, fstatat)
STATAT(stat64, fstatat64)
