// SPDX-License-Identifier: GPL-3.0-or-later
// A shard of an index served by Xapian's own server.
#pragma once

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <utility>

namespace longmen::test {

/// A port of 127.0.0.1 that nobody listens at, chosen by the system.
inline unsigned free_port() {
    const int handle = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(handle >= 0);
    REQUIRE(bind(handle, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    close(handle);
    return ntohs(address.sin_port);
}

/// `xapian-tcpsrv` on 127.0.0.1, stopped at the end of the test.
class Server {
    pid_t process_ = -1;

public:
    Server(const std::string& folder, unsigned port) {
        process_ = fork();
        if (process_ > 0) {
            setpgid(process_, process_);
        }
        if (process_ == 0) {
            setpgid(0, 0);
            prctl(PR_SET_PDEATHSIG, SIGKILL); // when the test is killed
            const auto number = std::to_string(port);
            execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
                   number.c_str(), folder.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
    }
    void stop() {
        if (process_ > 0) {
            kill(-process_, SIGKILL); // with those it has started, one for each searcher
            waitpid(process_, nullptr, 0);
            process_ = -1;
        }
    }
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    Server(Server&& other) noexcept : process_(std::exchange(other.process_, -1)) {}
    Server& operator=(Server&&) = delete;
};

} // namespace longmen::test
