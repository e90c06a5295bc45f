// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/page_image.h"

#include "core/vault/sqlcipher.h"

namespace sk::vault {

void PageImage::Wiper::operator()(std::uint8_t *bytes) const
{
    secrets::wipe({bytes, size});
    sqlite3_free(bytes);
}

Result<PageImage> PageImage::of(const Database &database)
{
    sqlite3_int64 size = 0;
    std::uint8_t *bytes = sqlite3_serialize(database.handle(), "main", &size, 0);
    if (bytes == nullptr)
        return fail(ErrorKind::Database, "the database's pages could not be read into memory");
    return PageImage(bytes, static_cast<std::size_t>(size));
}

} // namespace sk::vault
