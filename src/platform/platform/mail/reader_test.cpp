// SPDX-License-Identifier: Apache-2.0
// Readers are real child processes here, this test program started again; what ends them is real too.
#include "base/away.h"
#include "platform/child/packed.h"
#include "platform/child/process.h"
#include "platform/mail/reader.h"
#include "platform/mail/reading.h"
#include "testing/no_files.h"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <poll.h>
#include <unistd.h>

using namespace amends;
using namespace std::chrono_literals;

namespace {

const std::string ordinary = "From: Ann <ann@example.com>\r\nSubject: Parcel\r\n\r\nWhere is it?";

// Many times what the tests below allow, however fast the machine.
std::string laborious()
{
    std::string html = "Subject: bomb\r\nContent-Type: text/html\r\n\r\n";
    for (int i = 0; i < 90'000; ++i) html += "x<br>";
    return html;
}

std::string packed(mail::Inbound mail)
{
    mail.raw_html.clear();
    std::string out;
    child::pack(out, mail);
    return out;
}

std::string line_of(pid_t process, const std::string& file, const std::string& name)
{
    std::ifstream lines("/proc/" + std::to_string(process) + "/" + file);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name)) return line;
    return {};
}

bool lives(pid_t process) { return kill(process, 0) == 0; }

} // namespace

TEST_CASE("a reader understands what the program itself would")
{
    mail::Readers readers;
    const auto mail =
        "Subject: Two\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
        "\r\n<p>Hello <b>there</b>\r\n--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nAAECAwQF\r\n--b--\r\n";

    const auto reading = readers.understand(mail);

    CHECK(packed(reading.mail) == packed(mail::understand(mail)));
    CHECK(reading.mail.parts.size() == 1);
    CHECK(reading.deaths == 0);
}

TEST_CASE("a reader is born without the files of its parent, also those that nobody marked")
{
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0); // Not to be closed by a start of another program.
    const child::Process reader("fall_silent");
    std::string said(mail::ready.size(), ' ');
    REQUIRE(reader.receive(said.data(), said.size(), moment() + 30s));

    close(ends[1]);

    pollfd asked{ends[0], POLLIN, 0};
    CHECK(poll(&asked, 1, 0) == 1);
    CHECK((asked.revents & POLLHUP) != 0); // Nobody holds the other end.
    close(ends[0]);
}

TEST_CASE("one reader reads one mail after the other")
{
    mail::Readers readers;

    static_cast<void>(readers.understand(ordinary));
    const auto first = readers.idle();
    static_cast<void>(readers.understand(ordinary));

    CHECK(first.size() == 1);
    CHECK(readers.idle() == first);
}

TEST_CASE("a reader is replaced when it has read its share")
{
    mail::Readers readers({.mails = 2});

    static_cast<void>(readers.understand(ordinary));
    const auto first = readers.idle();
    static_cast<void>(readers.understand(ordinary));

    REQUIRE(first.size() == 1);
    CHECK(readers.idle().empty());
    CHECK_FALSE(lives(first.front()));
    CHECK(readers.understand(ordinary).mail.subject == "Parcel");
}

TEST_CASE("a mail that takes too long is refused, the next one is read")
{
    mail::Readers readers({.processor = 1ms, .processor_a_megabyte = 0ms});

    const auto bomb = readers.understand(laborious());

    CHECK(bomb.mail.refused.value_or("") == "mail.too_slow");
    CHECK(bomb.deaths == 2);
    CHECK(mail::Readers().understand(ordinary).mail.subject == "Parcel");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // Their shadow has no limit.
TEST_CASE("a mail that takes too much memory is refused, the next one is read")
{
    mail::Readers readers({.memory = 4U << 20U});

    std::string lines = "Subject: bomb\r\n\r\n";
    for (int i = 0; i < 400'000; ++i) lines += "x\n";

    const auto bomb = readers.understand(lines);

    CHECK(bomb.mail.refused.value_or("") == "mail.reader_hungry");
    CHECK(readers.understand(ordinary).mail.subject == "Parcel");
}
#endif

TEST_CASE("a mail that two readers fall over is refused by the name of their end")
{
    CHECK(mail::Readers({}, "fall").understand(ordinary).mail.refused.value_or("") == "mail.reader_died");
    CHECK(mail::Readers({}, "fall").understand(ordinary).deaths == 2);
}

TEST_CASE("a reader that claims more than it says is not believed")
{
    CHECK(mail::Readers({}, "lie").understand(ordinary).mail.refused.value_or("") == "mail.reader_died");
}

TEST_CASE("a mail that silences two readers is refused for it")
{
    mail::Readers readers({.patience = 50ms}, "fall_silent");

    CHECK(readers.understand(ordinary).mail.refused.value_or("") == "mail.reader_silent");
}

TEST_CASE("when no file may be opened for a reader, its mail is not refused but waits")
{
    mail::Readers readers;
    {
        const testing::NoFiles meanwhile;
        CHECK_THROWS_AS(static_cast<void>(readers.understand(ordinary)), Away);
    }

    CHECK(readers.understand(ordinary).mail.subject == "Parcel");
}

TEST_CASE("a reader that was started ahead reads the first mail")
{
    mail::Readers readers;
    readers.stand_by();
    const auto ahead = readers.idle();

    CHECK(readers.understand(ordinary).mail.subject == "Parcel");
    CHECK(readers.idle() == ahead);
}

TEST_CASE("a reader that is killed while it waits costs nothing")
{
    mail::Readers readers;
    static_cast<void>(readers.understand(ordinary));
    const auto waiting = readers.idle();

    kill(waiting.at(0), SIGKILL);
    const auto reading = readers.understand(ordinary);

    CHECK(reading.mail.subject == "Parcel");
    CHECK(readers.idle() != waiting);
}

TEST_CASE("a reader that has been stopped is given up, its mail is read by another")
{
    mail::Readers readers({.patience = 300ms});
    static_cast<void>(readers.understand(ordinary));
    const auto stopped = readers.idle();

    kill(stopped.at(0), SIGSTOP);
    const auto reading = readers.understand(ordinary);

    CHECK(reading.mail.subject == "Parcel");
    CHECK(reading.deaths == 1);
    CHECK_FALSE(lives(stopped.at(0)));
}

TEST_CASE("whoever kills readers one after the other does not put an innocent mail aside")
{
    mail::Readers readers;
    static_cast<void>(readers.understand(ordinary));
    std::jthread killer([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            for (const auto reader : readers.idle()) kill(reader, SIGKILL);
            std::this_thread::sleep_for(1ms);
        }
    });

    int read = 0;
    for (int i = 0; i < 30; ++i) read += readers.understand(ordinary).mail.subject == "Parcel" ? 1 : 0;

    CHECK(read == 30);
}

TEST_CASE("a reader has no environment, no files, no way to open any or a socket, and can be looked into by nobody")
{
    setenv("AMENDS_SECRET", "canary", 1);
    mail::Readers readers;
    static_cast<void>(readers.understand(ordinary));
    const auto reader = readers.idle().at(0);

    CHECK(line_of(reader, "limits", "Max open files").find(" 3 ") != std::string::npos);
    CHECK(line_of(reader, "limits", "Max file size").find(" 0 ") != std::string::npos);
    CHECK(line_of(reader, "limits", "Max core file size").find(" 0 ") != std::string::npos);
    CHECK(line_of(reader, "status", "NoNewPrivs").ends_with("1"));
    CHECK(line_of(reader, "status", "CapEff").ends_with("0000000000000000"));
    CHECK(line_of(reader, "environ", "AMENDS_SECRET").empty());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // They need more calls of the system.
    CHECK(line_of(reader, "status", "Seccomp:").ends_with("2"));
#endif
    std::size_t files = 0;
    std::error_code hidden; // Where we are root they can be counted; else even that is refused.
    for (std::filesystem::directory_iterator at("/proc/" + std::to_string(reader) + "/fd", hidden), end;
         !hidden && at != end; ++at)
        ++files;
    CHECK((hidden || files == 3));
}

TEST_CASE("readers end with the thread that started them")
{
    mail::Readers readers;

    std::jthread([&] { static_cast<void>(readers.understand(ordinary)); }).join();

    const auto reader = readers.idle().at(0);
    for (int i = 0; i < 500 && line_of(reader, "status", "State").find('Z') == std::string::npos; ++i)
        std::this_thread::sleep_for(10ms);
    CHECK(line_of(reader, "status", "State").find('Z') != std::string::npos);
    CHECK(readers.understand(ordinary).mail.subject == "Parcel");
}
