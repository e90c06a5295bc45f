// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/remnants.h"

#include "core/vault/page_image.h"

#include <fstream>

namespace sk::privacy {

namespace {

constexpr std::size_t kChunk = std::size_t(1) << 20;

/// Reads in chunks that overlap, so that a text across a border is found once.
bool searchFile(const std::filesystem::path &path, const ByteSearch &search, model::ErasureCheck &check)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return false;
    const std::size_t overlap = search.longest() > 0 ? search.longest() - 1 : 0;
    Bytes buffer;
    std::size_t kept = 0;
    for (;;) {
        buffer.resize(kept + kChunk);
        file.read(reinterpret_cast<char *>(buffer.data() + kept), static_cast<std::streamsize>(kChunk));
        const auto got = static_cast<std::size_t>(file.gcount());
        if (got == 0)
            return !file.bad();
        const ByteView seen(buffer.data(), kept + got);
        check.examined += static_cast<std::int64_t>(got);
        const std::size_t keep = std::min(overlap, seen.size());
        check.found += search.count(seen) - (kept > 0 ? search.count(seen.first(kept)) : 0);
        std::copy(seen.end() - static_cast<std::ptrdiff_t>(keep), seen.end(), buffer.begin());
        kept = keep;
    }
}

} // namespace

model::ErasureCheck searchPages(const vault::Database &database, std::string_view what, const ByteSearch &search)
{
    model::ErasureCheck check{std::string(what), 0, 0, true};
    const auto image = vault::PageImage::of(database);
    if (!image) {
        check.done = false;
        return check;
    }
    check.examined = static_cast<std::int64_t>(image->bytes().size());
    check.found = search.count(image->bytes());
    return check;
}

model::ErasureCheck searchFiles(const std::filesystem::path &folder, const ByteSearch &search)
{
    model::ErasureCheck check{"files", 0, 0, true};
    std::error_code code;
    std::filesystem::recursive_directory_iterator entry(folder, code);
    for (; !code && entry != std::filesystem::recursive_directory_iterator(); entry.increment(code)) {
        if (entry->is_regular_file(code) && !searchFile(entry->path(), search, check))
            check.done = false;
    }
    check.done = check.done && !code;
    return check;
}

} // namespace sk::privacy
