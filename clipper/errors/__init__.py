"""What the user must know, one class per cause; everything else is a bug.

A class is its code, its fields are its values, its sentence and hint are templates that only the faces
translate and fill (`i18n.sentence`, `i18n.hint`). All pickle.
ClipperError
├── CaptureError    a page or picture could not be had
├── CleanError      the cleaner could not do its work on a page
├── LibraryError    the library cannot do it
├── ExportError     the book or file could not be made
├── VaultError      the keychain cannot do it
└── SettingsError   the settings file is broken
"""

from clipper.errors.cause import ClipperError, code_of, every_error
from clipper.errors.choices import (
    BadLogin,
    KeychainLocked,
    NoKeychain,
    SettingsBroken,
    SettingsError,
    VaultError,
)
from clipper.errors.exports import (
    ExportError,
    NothingToExport,
    TargetUnwritable,
    TypesettingFailed,
)
from clipper.errors.library import (
    BadName,
    CannotRedo,
    CannotUndo,
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryNewer,
    LibraryUnwritable,
    NoSuchClip,
    NoSuchCollection,
    NoSuchTag,
)
from clipper.errors.pages import (
    BadAddress,
    CaptureError,
    CertificateBad,
    CleanerDied,
    CleanError,
    ConnectionBroken,
    ConnectionRefused,
    EmptyPage,
    FileMissing,
    FileUnreadable,
    HostUnknown,
    HttpRefused,
    InsideNetwork,
    LoginNeeded,
    LoginRefused,
    NotAPage,
    PageTooBig,
    PageTooHard,
    PictureBad,
    TimedOut,
    TooManyRedirects,
)
from clipper.errors.revision import (
    BadSelector,
    BadSite,
    ClipBusy,
    NoSelector,
    NoSiteRule,
    NoSuchPart,
    NothingLeft,
    PagesMissing,
    PartStays,
    SiteRuleBroken,
    SiteRuleUnwritable,
)

__all__ = [
    "BadAddress",
    "BadLogin",
    "BadName",
    "BadSelector",
    "BadSite",
    "CannotRedo",
    "CannotUndo",
    "CaptureError",
    "CertificateBad",
    "CleanError",
    "CleanerDied",
    "ClipBusy",
    "ClipperError",
    "ConnectionBroken",
    "ConnectionRefused",
    "DiskFull",
    "EmptyPage",
    "ExportError",
    "FileMissing",
    "FileUnreadable",
    "HostUnknown",
    "HttpRefused",
    "InsideNetwork",
    "KeychainLocked",
    "LibraryBusy",
    "LibraryDamaged",
    "LibraryError",
    "LibraryNewer",
    "LibraryUnwritable",
    "LoginNeeded",
    "LoginRefused",
    "NoKeychain",
    "NoSelector",
    "NoSiteRule",
    "NoSuchClip",
    "NoSuchCollection",
    "NoSuchPart",
    "NoSuchTag",
    "NotAPage",
    "NothingLeft",
    "NothingToExport",
    "PageTooBig",
    "PageTooHard",
    "PagesMissing",
    "PartStays",
    "PictureBad",
    "SettingsBroken",
    "SettingsError",
    "SiteRuleBroken",
    "SiteRuleUnwritable",
    "TargetUnwritable",
    "TimedOut",
    "TooManyRedirects",
    "TypesettingFailed",
    "VaultError",
    "code_of",
    "every_error",
]
