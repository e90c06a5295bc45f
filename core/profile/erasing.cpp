// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/erasing.h"

#include "core/privacy/certificate.h"

#include <algorithm>

namespace sk::profile {

std::int64_t sumOf(const std::vector<model::ErasedCount> &counts)
{
    std::int64_t sum = 0;
    for (const model::ErasedCount &count : counts)
        sum += count.erased;
    return sum;
}

std::int64_t countOf(const std::vector<model::ErasedCount> &counts, std::string_view what)
{
    for (const model::ErasedCount &count : counts) {
        if (count.what == what)
            return count.erased;
    }
    return 0;
}

std::optional<std::int64_t> filesBelow(const std::filesystem::path &folder)
{
    std::error_code code;
    if (!std::filesystem::exists(folder, code))
        return code ? std::nullopt : std::optional<std::int64_t>(0);
    std::int64_t files = 0;
    std::filesystem::recursive_directory_iterator entry(folder, code);
    for (; !code && entry != std::filesystem::recursive_directory_iterator(); entry.increment(code))
        files += entry->is_directory(code) ? 0 : 1;
    return code ? std::nullopt : std::optional(files);
}

void removeExports(ProfileErasure &erasure)
{
    const auto removed = std::ranges::count_if(erasure.exports, records::removeIfOurs);
    erasure.certificate.counts.push_back({"export-files", static_cast<std::int64_t>(removed)});
    if (removed < static_cast<std::int64_t>(erasure.exports.size()))
        erasure.certificate.outOfReach.insert(erasure.certificate.outOfReach.begin(), "exports-moved");
}

model::Erased certifyProfileErasure(ProfileErasure erasure, const ProfileLeftovers &left, Time now)
{
    model::ErasureCertificate &certificate = erasure.certificate;
    certificate.counts.push_back({"files", erasure.files - left.files});
    certificate.checks = {
        {"keychain", static_cast<std::int64_t>(erasure.secrets.size()), left.secrets, left.asked},
        {"folder", erasure.files, left.files, left.looked},
    };
    certificate.finished = now;
    const Bytes file = privacy::signedCertificate(certificate, erasure.auditSeed);
    return {std::move(certificate), std::string(asText(file))};
}

} // namespace sk::profile
