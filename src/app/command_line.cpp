// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "app/calc.h"
#include "app/commands.h"
#include "app/mail_explain.h"
#include "app/promise_replay.h"
#include "app/serve.h"
#include "app/staff_commands.h"
#include "app/text_explain.h"
#include "platform/mail/reader.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>
#include <cstdlib>
#include <functional>
#include <iostream>

namespace amends {
namespace {

constexpr std::string_view about = R"(Amends, the customer-service desk on which nobody is forgotten.

A desk lies in one folder (--data): its database, its files and its key. Begin with

    amends init --data DESK --name "My shop" --email me@example.org --address help@example.org
    amends serve --data DESK

or let the first page of the browser ask the same questions.)";

struct Place {
    std::string host{};
    std::uint16_t port{};
};

// "127.0.0.1:8080" or "[::1]:8080"
Place place_of(const std::string& text)
{
    const auto colon = text.rfind(':');
    Place place{text.substr(0, colon == std::string::npos ? 0 : colon), 0};
    const auto digits = std::string_view(text).substr(colon == std::string::npos ? text.size() : colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.port);
    if (error != std::errc{} || end != digits.data() + digits.size() || place.host.empty())
        throw CLI::ValidationError(text, "should be HOST:PORT");
    if (place.host.starts_with('[') && place.host.ends_with(']'))
        place.host = place.host.substr(1, place.host.size() - 2);
    return place;
}

struct Words {
    Config config{};
    std::string data{};
    std::string http = "127.0.0.1:8080";
    std::string lmtp{};
    std::string smtp{};
    bool json = false;
    bool list = false;
    SampleSize sample{};
    ImportMbox mbox{};
    std::string file{};
    std::optional<std::int64_t> brand{};
    std::string group{};
    std::vector<std::string> paths{};
    app::TextMoment moment{};
    InitWish init{};
    AddUser user{};
    std::string role = "agent";
    std::string scope = "write";
    bool password_on_input = false;

    Config complete()
    {
        config.data = data.empty() ? "desk" : data;
        const auto at = place_of(http);
        config.http_address = at.host;
        config.http_port = at.port;
        if (!lmtp.empty()) {
            const auto door = place_of(lmtp);
            config.lmtp = true;
            config.lmtp_address = door.host;
            config.lmtp_port = door.port;
        }
        if (!smtp.empty()) {
            const auto relay = place_of(smtp);
            config.relay_host = relay.host;
            config.relay_port = relay.port;
        }
        return config;
    }
};

using Deed = std::function<int()>;

CLI::App* desk_command(CLI::App& app, Words& words, const std::string& name, const std::string& what)
{
    auto* const command = app.add_subcommand(name, what);
    command->add_option("--data", words.data, "Folder of the desk")->envname("AMENDS_DATA");
    command->add_option("--database", words.config.database, "postgresql://…; without it SQLite lies in the folder")
        ->envname("AMENDS_DATABASE");
    return command;
}

void add_public_address(CLI::App& command, Words& words, const std::string& what)
{
    command.add_option("--public-address", words.config.public_address, what)->envname("AMENDS_PUBLIC_ADDRESS");
}

void add_serve(CLI::App& app, Words& words, Deed& deed)
{
    auto* const command = desk_command(app, words, "serve", "Serve the desk: pages, interface, mail");
    command->add_option("--http", words.http, "Address of pages and interface")->envname("AMENDS_HTTP");
    command->add_option("--lmtp", words.lmtp, "Take mail by LMTP there")->envname("AMENDS_LMTP");
    command->add_option("--smtp", words.smtp, "Relay for lines that name no server")->envname("AMENDS_SMTP");
    add_public_address(*command, words, "https://…, as customers reach it");
    command->add_option("--proxy", words.config.proxies, "Addresses of proxies in front, whose X-Forwarded-For counts")
        ->delimiter(',')
        ->envname("AMENDS_PROXY");
    command->add_option("--workers", words.config.workers, "Threads for requests")
        ->check(CLI::Range(1, 64))
        ->envname("AMENDS_WORKERS");
    command->callback([&words, &deed] { deed = [&words] { return serve(words.complete()); }; });
}

void add_care(CLI::App& app, Words& words, Deed& deed)
{
    auto* const check = desk_command(app, words, "check", "Prove what must always hold; exits 1 on a violation");
    check->add_flag("--json", words.json, "One JSON object");
    check->callback([&words, &deed] { deed = [&words] { return check_desk(words.complete(), words.json); }; });

    auto* const doctor_command = desk_command(
        app, words, "doctor", "Say what is wrong with configuration, mail, disk and zones, and what to do");
    doctor_command->callback([&words, &deed] { deed = [&words] { return doctor(words.complete()); }; });

    auto* const backup = desk_command(app, words, "backup", "Copy a running desk");
    backup->add_option("to", words.file, "Folder to make")->required();
    backup->callback([&words, &deed] { deed = [&words] { return back_up(words.complete(), words.file); }; });

    auto* const move = desk_command(app, words, "move", "Move a desk from its file to PostgreSQL");
    move->add_option("--to", words.file, "postgresql://…, with nothing in it")->required();
    move->callback([&words, &deed] { deed = [&words] { return move_desk(words.complete(), words.file); }; });

    auto* const back = desk_command(app, words, "restore", "Lay a backup into an empty folder or database");
    back->add_option("from", words.file, "Folder of the backup")->required();
    back->callback([&words, &deed] { deed = [&words] { return restore(words.complete(), words.file); }; });
}

void add_fill(CLI::App& app, Words& words, Deed& deed)
{
    auto* const sample = desk_command(app, words, "sample", "Fill a desk with believable cases in four languages");
    sample->add_option("--cases", words.sample.cases, "How many")->check(CLI::Range(1, 10'000'000));
    sample->add_option("--messages", words.sample.messages, "In all of them")->check(CLI::Range(1, 100'000'000));
    sample->add_option("--seed", words.sample.seed, "The same seed gives the same desk");
    sample->callback([&words, &deed] { deed = [&words] { return make_sample(words.complete(), words.sample); }; });

    auto* const give = app.add_subcommand("export", "Give out what a desk has kept");
    give->require_subcommand(1);
    auto* const events =
        desk_command(*give, words, "events",
                     "The event log, one line of JSON each: ids, codes, numbers and times, nothing personal");
    events->add_option("--brand", words.brand, "Only of this brand, by its number");
    events->callback([&words, &deed] { deed = [&words] { return export_events(words.complete(), words.brand); }; });

    auto* const import = app.add_subcommand("import", "Take in what another program left");
    import->require_subcommand(1);
    auto* const mbox =
        desk_command(*import, words, "mbox", "Mails of an mbox file, as ended cases that nobody answers");
    mbox->add_option("file", words.mbox.file, "The file")->required();
    mbox->add_option("--address", words.mbox.address, "Of the line that they belong to");
    mbox->callback([&words, &deed] { deed = [&words] { return import_mbox(words.complete(), words.mbox); }; });
}

void add_init(CLI::App& app, Words& words, Deed& deed)
{
    auto* const init = desk_command(app, words, "init", "Make a desk without a browser");
    init->add_option("--name", words.init.name, "The desk's name, as customers read it")->required();
    init->add_option("--email", words.init.email, "With what the first administrator signs in")->required();
    init->add_option("--address", words.init.address, "The desk's mail address")->required();
    init->add_option("--language", words.init.language, "en, fi, el or fa");
    init->add_option("--zone", words.init.zone, "Europe/Helsinki; otherwise that of this machine");
    init->add_option("--person", words.init.person, "The administrator's name");
    init->add_flag("--password-stdin", words.password_on_input, "The password is the first line of the input")
        ->required();
    init->callback([&words, &deed] { deed = [&words] { return init_desk(words.complete(), words.init, std::cin); }; });
}

CLI::App* user_command(CLI::App& user, Words& words, const std::string& name, const std::string& what)
{
    auto* const command = desk_command(user, words, name, what);
    command->add_option("email", words.user.email, "Mail address of the user")->required();
    return command;
}

constexpr auto link_begins = "How the link begins; otherwise where the desk was served last";

void add_user_commands(CLI::App& app, Words& words, Deed& deed)
{
    auto* const user = app.add_subcommand("user", "Look after the people of the desk");
    user->require_subcommand(1);
    auto* const add = user_command(*user, words, "add", "Invite somebody; prints a link for three days");
    add->add_option("--name", words.user.name, "Name, as customers read it")->required();
    add->add_option("--role", words.role, "What he may do")
        ->check(CLI::IsMember({"admin", "lead", "agent", "light_agent", "client_guest"}));
    add->add_option("--language", words.user.language, "en, fi, el or fa");
    add_public_address(*add, words, link_begins);
    add->callback([&words, &deed] {
        deed = [&words] {
            words.user.role = from_name<staff::Role>(words.role).value_or(staff::Role::agent);
            return add_user(words.complete(), words.user);
        };
    });
    desk_command(*user, words, "list", "Who works here, one a line")->callback([&words, &deed] {
        deed = [&words] { return list_users(words.complete()); };
    });
    user_command(*user, words, "disable", "Let somebody in no more, at once")->callback([&words, &deed] {
        deed = [&words] { return disable_user(words.complete(), words.user.email); };
    });
    auto* const reset =
        user_command(*user, words, "reset", "After a lost password or telephone; prints a link for half an hour");
    add_public_address(*reset, words, link_begins);
    reset->callback([&words, &deed] { deed = [&words] { return reset_user(words.complete(), words.user.email); }; });

    auto* const token = desk_command(app, words, "token", "Print a key for a program, which acts for a user");
    token->add_option("--user", words.user.email, "Mail address of the user")->required();
    token->add_option("--scope", words.scope, "How far it reaches")->check(CLI::IsMember({"read", "write", "admin"}));
    token->callback([&words, &deed] {
        deed = [&words] {
            const auto scope = from_name<staff::Scope>(words.scope).value_or(staff::Scope::read);
            return make_token(words.complete(), words.user.email, scope);
        };
    });
}

void add_tell(CLI::App& app, Words& words, Deed& deed)
{
    auto* const mail = app.add_subcommand("mail", "Ask about mails");
    mail->require_subcommand(1);
    auto* const explain =
        mail->add_subcommand("explain", "What the desk understands of a mail, one line of JSON a file");
    explain->add_option("paths", words.paths, "Files")->required();
    explain->callback([&words, &deed] { deed = [&words] { return app::mail_explain(words.paths); }; });

    auto* const texts = app.add_subcommand("text", "Ask about texts");
    texts->require_subcommand(1);
    auto* const meant = texts->add_subcommand("explain", "What the desk believes about texts, one line of JSON each");
    meant->add_option("--now", words.moment.now, "When they are read: 2026-06-02T10:00")->required();
    meant->add_option("--zone", words.moment.zone, "By the clock of: Europe/Helsinki")->required();
    meant->add_option("file", words.file, "Lines of {\"id\", \"lang\", \"text\"}")->required();
    meant->callback([&words, &deed] { deed = [&words] { return app::text_explain(words.file, words.moment); }; });

    auto* const formula = app.add_subcommand("calc", "One of the desk's formulas, from JSON to JSON");
    auto* const group = formula->add_option("group", words.group, "business_time, elapsed, jalali and so on");
    auto* const values = formula->add_option("values", words.file, "What goes in, a JSON object");
    formula->add_flag("--list", words.list, "Name each group with its formula and its source")->excludes(group, values);
    formula->callback([&words, &deed, values] {
        if (!words.list && values->empty()) throw CLI::RequiredError("group and values");
        deed = [&words] { return words.list ? list_formulas() : calc(words.group, words.file); };
    });

    auto* const promise = app.add_subcommand("promise", "Ask about promises");
    promise->require_subcommand(1);
    auto* const replay = promise->add_subcommand("replay", "What the desk's dates would have been worth in a history");
    replay->add_option("--calendar", words.group, "When the desk is open")
        ->required()
        ->check(CLI::IsMember({"24x7", "weekday_9_17_helsinki"}));
    replay->add_option("file", words.file, "Cases in order of start, one line of JSON each")->required();
    replay->callback([&words, &deed] { deed = [&words] { return replay_promises(words.group, words.file); }; });

    // Not for people: the desk starts it to read mails in.
    app.add_subcommand("parse", "")->group("")->callback([&deed] { deed = mail::read_mails; });

    app.add_subcommand("openapi", "Print the description of the interface")->callback([&deed] {
        deed = [] { return print_openapi(); };
    });
}

} // namespace

int run_command_line(int count, char** values)
{
    umask(0077); // What lies in a desk's folder, and in its copies, is for nobody else on this machine.
    CLI::App app{std::string(about), "amends"};
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("amends ") + AMENDS_VERSION);
    Words words;
    Deed deed;
    add_serve(app, words, deed);
    add_init(app, words, deed);
    add_user_commands(app, words, deed);
    add_care(app, words, deed);
    add_fill(app, words, deed);
    add_tell(app, words, deed);
    CLI11_PARSE(app, count, values);
    return deed ? deed() : 0;
}

} // namespace amends
