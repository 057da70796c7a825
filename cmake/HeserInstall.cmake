# `cmake --install` lays the programs and their resources out as a Unix prefix.
include(GNUInstallDirs)
install(TARGETS heser RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(HESER_STUDIO)
  install(TARGETS heser-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY resources/models resources/samples DESTINATION ${CMAKE_INSTALL_DATADIR}/heser)
