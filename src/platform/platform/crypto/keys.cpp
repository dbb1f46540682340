// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/keys.h"

#include "base/result.h"
#include "platform/crypto/random.h"
#include "platform/crypto/sodium_ready.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace amends::crypto {
namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char box_format = 1;
constexpr std::size_t head_size = 5; // Format, then the key's number.

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

std::string four_bytes(std::uint32_t number)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>((number >> shift) & 0xffU);
    return bytes;
}

std::uint32_t number_in(std::string_view bytes)
{
    std::uint32_t number = 0;
    for (const char byte : bytes) number = (number << 8U) | static_cast<unsigned char>(byte);
    return number;
}

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view what)
{
    throw Failure("key file " + file.string() + ": " + std::string(what));
}

[[noreturn]] void fail_by_system(const std::filesystem::path& file)
{
    fail(file, std::system_category().message(errno));
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags, mode_t mode = 0)
        : number_(::open(file.c_str(), flags | O_CLOEXEC, mode))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool opened() const { return number_ >= 0; }

private:
    int number_;
};

Secret load(const std::filesystem::path& file, const Descriptor& opened)
{
    struct stat facts{};
    if (fstat(opened.number(), &facts) != 0) fail_by_system(file);
    if ((facts.st_mode & 077U) != 0) fail(file, "others may read it; take that away with chmod 0400");
    if (facts.st_size != static_cast<off_t>(key_size)) fail(file, "it is not 32 bytes long");
    std::string bytes(key_size, '\0');
    if (read(opened.number(), bytes.data(), key_size) != static_cast<ssize_t>(key_size)) fail_by_system(file);
    Secret master(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return master;
}

// Written whole beside its place and then linked to it: nobody ever sees half a key, and of two makers one wins.
void create(const std::filesystem::path& file)
{
    auto half_done = file;
    half_done += ".new-" + random_token();
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor opened(half_done, O_WRONLY | O_CREAT | O_EXCL, 0400);
    if (!opened.opened()) fail_by_system(file);
    const Secret master(random_bytes(key_size));
    const bool kept = write(opened.number(), master.reveal().data(), key_size) == static_cast<ssize_t>(key_size) &&
                      fsync(opened.number()) == 0 && (link(half_done.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const int error = errno;
    unlink(half_done.c_str());
    errno = error;
    if (!kept) fail_by_system(file);
    const Descriptor place(folder, O_RDONLY | O_DIRECTORY);
    if (!place.opened() || fsync(place.number()) != 0) fail_by_system(file);
}

} // namespace

Keys Keys::load_or_create(const std::filesystem::path& file)
{
    if (const Descriptor opened(file, O_RDONLY); opened.opened()) return Keys(load(file, opened));
    if (errno != ENOENT) fail_by_system(file);
    create(file);
    const Descriptor opened(file, O_RDONLY);
    if (!opened.opened()) fail_by_system(file);
    return Keys(load(file, opened));
}

Keys::Keys(Secret master) : master_(std::move(master))
{
    sodium_ready();
    if (master_.reveal().size() != key_size) throw Failure("a master key has 32 bytes");
}

Secret Keys::derive(std::string_view purpose, std::uint32_t key_id) const
{
    // The number has a fixed length and stands first: no other purpose and number give the same text.
    const std::string name = "amends" + four_bytes(key_id) + std::string(purpose);
    std::string key(key_size, '\0');
    crypto_generichash(raw(key), key.size(), raw(name), name.size(), raw(master_.reveal()), key_size);
    Secret derived(key);
    sodium_memzero(key.data(), key.size());
    return derived;
}

std::string Keys::seal(std::string_view purpose, const Secret& plain) const
{
    const auto text = plain.reveal();
    const auto key = derive(purpose, current_key);
    const std::string head = box_format + four_bytes(current_key);
    const std::string nonce = random_bytes(nonce_size);
    std::string sealed(text.size() + tag_size, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(text), text.size(), raw(head), head.size(),
                                               nullptr, raw(nonce), raw(key.reveal()));
    return head + nonce + sealed;
}

Secret Keys::open(std::string_view purpose, std::string_view box) const
{
    constexpr auto wrong = "a sealed value does not open: it was altered, or sealed with another key file";
    if (box.size() < head_size + nonce_size + tag_size || box.front() != box_format) throw Failure(wrong);
    const auto head = box.substr(0, head_size);
    const auto nonce = box.substr(head_size, nonce_size);
    const auto sealed = box.substr(head_size + nonce_size);
    const auto key = derive(purpose, number_in(head.substr(1)));
    std::string text(sealed.size() - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(text), nullptr, nullptr, raw(sealed), sealed.size(), raw(head),
                                                   head.size(), raw(nonce), raw(key.reveal())) != 0)
        throw Failure(wrong);
    Secret plain(text);
    sodium_memzero(text.data(), text.size());
    return plain;
}

} // namespace amends::crypto
